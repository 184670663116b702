package schemas

import (
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
		return indented(t.jsonSchema()), nil
	case "tableschema":
		return indented(t.tableSchema(Tables)), nil
	case "sql":
		return t.sql(), nil
	case "arrow":
		return t.ArrowSchema().String() + "\n", nil
	case "csv":
		return strings.Join(t.Header(), ",") + "\r\n", nil
	}
	return "", fmt.Errorf("schema format %q: there are %s", format, strings.Join(Formats(), ", "))
}

// markdown is the data dictionary of a table.
func (t *Table) markdown() string {
	var out, values strings.Builder
	fmt.Fprintf(&out, "## %s\n\n%s Key: %s. Schema version %s.\n\n", t.Name, t.Doc, strings.Join(t.Key(), ", "), Version)
	out.WriteString("| column | type | unit | null means | meaning |\n|---|---|---|---|---|\n")
	var write func(prefix string, fields []Field)
	write = func(prefix string, fields []Field) {
		for i := range fields {
			f := &fields[i]
			null, doc := f.Null, f.Doc
			if null == "" {
				null = "never null"
			}
			if f.Foreign != "" {
				doc += " Key into " + f.Foreign + "."
			}
			if len(f.Enum) > 0 {
				doc += " Values below."
				fmt.Fprintf(&values, "\n`%s%s` is one of\n\n| value | meaning |\n|---|---|\n", prefix, f.Name)
				for _, v := range f.Enum {
					fmt.Fprintf(&values, "| %s | %s |\n", v.Value, v.Doc)
				}
			}
			fmt.Fprintf(&out, "| %s%s | %s | %s | %s | %s |\n", prefix, f.Name, f.Type, f.Unit, null, doc)
			write(prefix+f.Name+"[].", f.Elements)
		}
	}
	write("", t.Fields)
	return out.String() + values.String()
}

// sql is the table as DuckDB declares it.
func (t *Table) sql() string {
	var out strings.Builder
	fmt.Fprintf(&out, "CREATE TABLE %q (\n", t.Name)
	for i := range t.Fields {
		f := &t.Fields[i]
		null := ""
		if !f.Nullable() {
			null = " NOT NULL"
		}
		fmt.Fprintf(&out, "  %q %s%s,\n", f.Name, sqlType(f), null)
	}
	key := t.Key()
	for i := range key {
		key[i] = fmt.Sprintf("%q", key[i])
	}
	fmt.Fprintf(&out, "  PRIMARY KEY (%s)\n);\n", strings.Join(key, ", "))
	for i := range t.Fields {
		f := &t.Fields[i]
		fmt.Fprintf(&out, "COMMENT ON COLUMN %q.%q IS '%s';\n", t.Name, f.Name, strings.ReplaceAll(f.described(), "'", "''"))
	}
	return out.String()
}

func sqlType(f *Field) string {
	switch f.Type {
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
		fields := make([]string, len(f.Elements))
		for i := range f.Elements {
			fields[i] = fmt.Sprintf("%q %s", f.Elements[i].Name, sqlType(&f.Elements[i]))
		}
		return "STRUCT(" + strings.Join(fields, ", ") + ")[]"
	}
	return "VARCHAR"
}

// described is the meaning with unit and null, for forms that have one place for all of it.
func (f *Field) described() string {
	text := f.Doc
	if f.Unit != "" {
		text += " Unit: " + f.Unit + "."
	}
	if f.Nullable() {
		text += " Null: " + f.Null + "."
	}
	return text
}

func values(f *Field) []string {
	values := make([]string, len(f.Enum))
	for i, v := range f.Enum {
		values[i] = v.Value
	}
	return values
}
