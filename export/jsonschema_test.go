package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/waqai/waqai/schemas"
)

// Every JSONL line fits the JSON Schema of its table, and lines that are wrong do not.
func TestLinesFitJSONSchema(t *testing.T) {
	for _, table := range schemas.Tables {
		schema := compiled(t, table)
		var out bytes.Buffer
		w, err := jsonlFormat.New(&out, table, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(filled(table, 200, 5)); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			if err := schema.Validate(parsed(t, line)); err != nil {
				t.Fatalf("%s: %v\n%s", table.Name, err, line)
			}
		}
	}
	schema := compiled(t, schemas.TimelineMembers)
	for _, line := range []string{
		`{"timeline_id":"","event_id":"a","reason":"first","score":1,"kept_date":true}`,
		`{"timeline_id":"a","event_id":"a","reason":"first","score":"1","kept_date":true}`,
		`{"timeline_id":"a","event_id":null,"reason":"first","score":1,"kept_date":true}`,
		`{"timeline_id":"a","event_id":"b"}`,
	} {
		if schema.Validate(parsed(t, line)) == nil {
			t.Errorf("passed: %s", line)
		}
	}
}

func compiled(t *testing.T, table *schemas.Table) *jsonschema.Schema {
	t.Helper()
	text, err := table.Render("json")
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	compiler.AssertFormat()
	if err := compiler.AddResource("table.json", parsed(t, text)); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("table.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func parsed(t *testing.T, text string) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return value
}
