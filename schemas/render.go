package schemas

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Formats lists the forms in which a table's schema can be written.
func Formats() []string { return []string{"md", "json", "tableschema", "sql", "arrow", "csv"} }

// Render writes the schema of a table: md (a data dictionary), json (JSON Schema 2020-12 of a JSONL line), tableschema (Frictionless), sql (DuckDB
// DDL), arrow (the Arrow schema as text), csv (the header).
func (t *Table) Render(format string) (string, error) {
	switch format {
	case "md":
		return t.markdown(), nil
	case "json":
		return indented(t.JSONSchema()), nil
	case "tableschema":
		return indented(t.TableSchema()), nil
	case "sql":
		return t.sql(), nil
	case "arrow":
		return t.ArrowSchema().String() + "\n", nil
	case "csv":
		return strings.Join(t.Header(), ",") + "\r\n", nil
	}
	return "", fmt.Errorf("schema format %q: there are %s", format, strings.Join(Formats(), ", "))
}

func indented(value any) string {
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		panic(err) // maps, strings and numbers alone
	}
	return out.String()
}

func (t *Table) markdown() string {
	var out strings.Builder
	fmt.Fprintf(&out, "# %s\n\n%s\n\nSchema version %s. Key: %s.\n\n", t.Name, t.Doc, Version, strings.Join(t.Key(), ", "))
	out.WriteString("| column | type | unit | null means | meaning |\n|---|---|---|---|---|\n")
	write := func(prefix string, c *Field) {
		null, doc := c.Null, c.Doc
		if null == "" {
			null = "never null"
		}
		if len(c.Enum) > 0 {
			doc += " One of: " + strings.Join(values(c), ", ") + "."
		}
		fmt.Fprintf(&out, "| %s%s | %s | %s | %s | %s |\n", prefix, c.Name, c.Type, c.Unit, null, doc)
	}
	for i := range t.Fields {
		write("", &t.Fields[i])
		for k := range t.Fields[i].Elements {
			write(t.Fields[i].Name+"[].", &t.Fields[i].Elements[k])
		}
	}
	return out.String()
}

// JSONSchema is the schema of one row as a JSON object.
func (t *Table) JSONSchema() map[string]any {
	schema := objectSchema(t.Fields)
	schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	schema["title"] = t.Name
	schema["description"] = t.Doc
	schema["version"] = Version
	return schema
}

func objectSchema(columns []Field) map[string]any {
	properties := map[string]any{}
	required := make([]string, 0, len(columns))
	for i := range columns {
		properties[columns[i].Name] = jsonProperty(&columns[i])
		required = append(required, columns[i].Name)
	}
	return map[string]any{"type": "object", "properties": properties, "required": required}
}

func jsonProperty(c *Field) map[string]any {
	p := map[string]any{"description": c.Doc}
	kind := "string"
	switch c.Type {
	case Int16, Int32, Int64:
		kind = "integer"
	case Float32, Float64:
		kind = "number"
	case Bool:
		kind = "boolean"
	case Date:
		p["format"] = "date"
	case UTC:
		p["format"] = "date-time"
	case Clock:
		p["pattern"] = `^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$`
	case Structs:
		kind = "array"
		p["items"] = objectSchema(c.Elements)
	}
	p["type"] = kind
	if c.Nullable() {
		p["type"] = []string{kind, "null"}
		p["description"] = c.Doc + " Null: " + c.Null + "."
	}
	if len(c.Enum) > 0 {
		allowed := make([]any, 0, len(c.Enum)+1)
		for _, v := range c.Enum {
			allowed = append(allowed, v.Value)
		}
		if c.Nullable() {
			allowed = append(allowed, nil)
		}
		p["enum"] = allowed
	}
	return p
}

// TableSchema is the Frictionless Table Schema of the CSV form.
func (t *Table) TableSchema() map[string]any {
	fields := make([]map[string]any, len(t.Fields))
	for i := range t.Fields {
		c := &t.Fields[i]
		field := map[string]any{"name": c.Name, "description": c.Doc, "type": tableSchemaType(c.Type)}
		constraints := map[string]any{}
		if !c.Nullable() {
			constraints["required"] = true
		}
		if len(c.Enum) > 0 {
			constraints["enum"] = values(c)
		}
		if len(constraints) > 0 {
			field["constraints"] = constraints
		}
		fields[i] = field
	}
	return map[string]any{"fields": fields, "primaryKey": t.Key(), "missingValues": []string{""}}
}

func tableSchemaType(t Type) string {
	switch t {
	case Int16, Int32, Int64:
		return "integer"
	case Float32, Float64:
		return "number"
	case Bool:
		return "boolean"
	case Date:
		return "date"
	case UTC, Clock:
		return "datetime"
	case Structs:
		return "array"
	}
	return "string"
}

func (t *Table) sql() string {
	var out strings.Builder
	fmt.Fprintf(&out, "CREATE TABLE %s (\n", t.Name)
	for i := range t.Fields {
		c := &t.Fields[i]
		null := ""
		if !c.Nullable() {
			null = " NOT NULL"
		}
		fmt.Fprintf(&out, "  %q %s%s,\n", c.Name, sqlType(c), null)
	}
	fmt.Fprintf(&out, "  PRIMARY KEY (%s)\n);\n", strings.Join(t.Key(), ", "))
	return out.String()
}

func sqlType(c *Field) string {
	switch c.Type {
	case Int16:
		return "SMALLINT"
	case Int32:
		return "INTEGER"
	case Int64:
		return "BIGINT"
	case Float32:
		return "REAL"
	case Float64:
		return "DOUBLE"
	case Bool:
		return "BOOLEAN"
	case Date:
		return "DATE"
	case UTC:
		return "TIMESTAMPTZ"
	case Clock:
		return "TIMESTAMP"
	case Structs:
		fields := make([]string, len(c.Elements))
		for i := range c.Elements {
			fields[i] = fmt.Sprintf("%q %s", c.Elements[i].Name, sqlType(&c.Elements[i]))
		}
		return "STRUCT(" + strings.Join(fields, ", ") + ")[]"
	}
	return "VARCHAR"
}

func values(f *Field) []string {
	values := make([]string, len(f.Enum))
	for i, v := range f.Enum {
		values[i] = v.Value
	}
	return values
}
