package export

import (
	"encoding/json"
	"testing"

	"github.com/waqai/waqai/schemas"
)

// Every date column, and no list, is named to pandas with a type of its own; the note stands in the schema that the file carries.
func TestPandasNote(t *testing.T) {
	for _, table := range schemas.Tables {
		metadata := withPandas(table).Metadata()
		text, _ := metadata.GetValue("pandas")
		var note struct {
			Columns []struct {
				Name      string `json:"name"`
				NumpyType string `json:"numpy_type"`
			} `json:"columns"`
			IndexColumns []string `json:"index_columns"`
		}
		if err := json.Unmarshal([]byte(text), &note); err != nil || note.IndexColumns == nil {
			t.Fatalf("%s: %v in %q", table.Name, err, text)
		}
		types := map[string]string{}
		for _, c := range note.Columns {
			types[c.Name] = c.NumpyType
		}
		for i := range table.Fields {
			f := &table.Fields[i]
			if (f.Type == schemas.Date) != (types[f.Name] == "date32[day][pyarrow]") || f.Type == schemas.Structs && types[f.Name] != "" {
				t.Errorf("%s.%s, a %s, is %q to pandas", table.Name, f.Name, f.Type, types[f.Name])
			}
		}
	}
}
