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

// Header is the names of the columns.
func (t *Table) Header() []string {
	names := make([]string, len(t.Columns))
	for i := range t.Columns {
		names[i] = t.Columns[i].Name
	}
	return names
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
	write := func(prefix string, c *Column) {
		null, doc := c.Null, c.Doc
		if null == "" {
			null = "never null"
		}
		if len(c.Enum) > 0 {
			doc += " One of: " + strings.Join(c.Enum, ", ") + "."
		}
		fmt.Fprintf(&out, "| %s%s | %s | %s | %s | %s |\n", prefix, c.Name, c.Type, c.Unit, null, doc)
	}
	for i := range t.Columns {
		write("", &t.Columns[i])
		for k := range t.Columns[i].Fields {
			write(t.Columns[i].Name+"[].", &t.Columns[i].Fields[k])
		}
	}
	return out.String()
}

// JSONSchema is the schema of one row as a JSON object.
func (t *Table) JSONSchema() map[string]any {
	schema := objectSchema(t.Columns)
	schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	schema["title"] = t.Name
	schema["description"] = t.Doc
	schema["version"] = Version
	return schema
}

func objectSchema(columns []Column) map[string]any {
	properties := map[string]any{}
	required := make([]string, 0, len(columns))
	for i := range columns {
		properties[columns[i].Name] = jsonProperty(&columns[i])
		required = append(required, columns[i].Name)
	}
	return map[string]any{"type": "object", "properties": properties, "required": required}
}

func jsonProperty(c *Column) map[string]any {
	p := map[string]any{"description": c.Doc}
	kind := "string"
	switch c.Type {
	case Int32:
		kind = "integer"
	case Float32, Float64:
		kind = "number"
	case Bool:
		kind = "boolean"
	case Day:
		p["format"] = "date"
	case Instant:
		p["format"] = "date-time"
	case LocalTime:
		p["pattern"] = `^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$`
	case Structs:
		kind = "array"
		p["items"] = objectSchema(c.Fields)
	}
	p["type"] = kind
	if c.Nullable() {
		p["type"] = []string{kind, "null"}
		p["description"] = c.Doc + " Null: " + c.Null + "."
	}
	if len(c.Enum) > 0 {
		values := make([]any, 0, len(c.Enum)+1)
		for _, v := range c.Enum {
			values = append(values, v)
		}
		if c.Nullable() {
			values = append(values, nil)
		}
		p["enum"] = values
	}
	return p
}

// TableSchema is the Frictionless Table Schema of the CSV form.
func (t *Table) TableSchema() map[string]any {
	fields := make([]map[string]any, len(t.Columns))
	for i := range t.Columns {
		c := &t.Columns[i]
		field := map[string]any{"name": c.Name, "description": c.Doc, "type": tableSchemaType(c.Type)}
		constraints := map[string]any{}
		if !c.Nullable() {
			constraints["required"] = true
		}
		if len(c.Enum) > 0 {
			constraints["enum"] = c.Enum
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
	case Int32:
		return "integer"
	case Float32, Float64:
		return "number"
	case Bool:
		return "boolean"
	case Day:
		return "date"
	case Instant, LocalTime:
		return "datetime"
	case Structs:
		return "array"
	}
	return "string"
}

func (t *Table) sql() string {
	var out strings.Builder
	fmt.Fprintf(&out, "CREATE TABLE %s (\n", t.Name)
	for i := range t.Columns {
		c := &t.Columns[i]
		null := ""
		if !c.Nullable() {
			null = " NOT NULL"
		}
		fmt.Fprintf(&out, "  %s %s%s,\n", c.Name, sqlType(c), null)
	}
	fmt.Fprintf(&out, "  PRIMARY KEY (%s)\n);\n", strings.Join(t.Key(), ", "))
	return out.String()
}

func sqlType(c *Column) string {
	switch c.Type {
	case Int32:
		return "INTEGER"
	case Float32:
		return "REAL"
	case Float64:
		return "DOUBLE"
	case Bool:
		return "BOOLEAN"
	case Day:
		return "DATE"
	case Instant:
		return "TIMESTAMPTZ"
	case LocalTime:
		return "TIMESTAMP"
	case Structs:
		fields := make([]string, len(c.Fields))
		for i := range c.Fields {
			fields[i] = fmt.Sprintf("%q %s", c.Fields[i].Name, sqlType(&c.Fields[i]))
		}
		return "STRUCT(" + strings.Join(fields, ", ") + ")[]"
	}
	return "VARCHAR"
}
