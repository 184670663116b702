package main

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/waqai/waqai/timeline/text"
)

func TestStandoff(t *testing.T) {
	bare := article{ID: "a-1", Published: "2024-05-14", Title: "Talks", Text: "The ministers met on Monday in Amman. Nothing was signed."}
	whole := bare
	whole.Events = []annotated{
		{
			Trigger: text.Span{Start: 14, End: 17}, Kind: "meet", Status: "actual", When: &when{Value: "2024-05-13", Basis: "relative"},
			Participants: []participant{{text.Span{Start: 0, End: 13}, "agent"}}, Places: []text.Span{{Start: 31, End: 36}},
		},
		{Trigger: text.Span{Start: 50, End: 56}, Kind: "agree", Status: "negated"},
	}
	var out bytes.Buffer
	if err := writeStandoff(&out, []article{whole}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "minister") {
		t.Errorf("the text of the article is in its annotation:\n%s", out.String())
	}
	news := map[string]*article{bare.ID: &bare}
	read := func(content string, news map[string]*article) ([]article, error) {
		file := filepath.Join(t.TempDir(), "x.tsv")
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return readStandoff(file, news)
	}
	got, err := read(out.String(), news)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, []article{whole}) {
		t.Errorf("came back as %+v", got)
	}
	changed := bare
	changed.Text += " "
	head := "article\ta-1\t" + sumOf(bare.Text) + "\n"
	for _, c := range []struct {
		content string
		news    map[string]*article
		want    string
	}{
		{out.String(), map[string]*article{}, "x.tsv:1: no news file has the article a-1"},
		{out.String(), map[string]*article{bare.ID: &changed}, "x.tsv:1: the text of a-1 is another"},
		{head + "14-17\tmeet\n", news, "x.tsv:2: want"},
		{head + "14-99\tmeet\tactual\t-\t-\t-\t-\n", news, `x.tsv:2: "14-99" is no span`},
		{head + "14-17\tmeet\tactual\t-\t-\tagent\t-\n", news, `x.tsv:2: "" is no span`},
	} {
		if _, err := read(c.content, c.news); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.content, err, c.want)
		}
	}
}
