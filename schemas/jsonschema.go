package schemas

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

// object is a JSON object whose members keep their order, so that schemas read like their tables.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON implements json.Marshaler.
func (o object) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	for i, m := range o {
		out.WriteByte("{,"[min(i, 1)])
		if err := encoder.Encode(m.name); err != nil {
			return nil, err
		}
		out.WriteByte(':')
		if err := encoder.Encode(m.value); err != nil {
			return nil, err
		}
	}
	if len(o) == 0 {
		out.WriteByte('{')
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

func indented(value any) string {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		panic(err) // objects, strings and numbers alone
	}
	return out.String()
}

// jsonSchema is the JSON Schema 2020-12 of one row as a JSON object, which a line of JSONL is.
func (t *Table) jsonSchema() object {
	return append(object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"title", t.Name},
		{"description", t.Doc + " Schema version " + Version + "."},
	}, objectSchema(t.Fields)...)
}

func objectSchema(fields []Field) object {
	var properties object
	var required []string
	for i := range fields {
		properties = append(properties, member{fields[i].Name, property(&fields[i])})
		if !fields[i].Nullable() {
			required = append(required, fields[i].Name)
		}
	}
	return object{{"type", "object"}, {"properties", properties}, {"required", required}}
}

func property(f *Field) object {
	kind, more := "string", object{}
	switch f.Type {
	case String:
		more = object{{"minLength", 1}}
	case Int16:
		kind, more = "integer", object{{"minimum", -1 << 15}, {"maximum", 1<<15 - 1}}
	case Int32:
		kind, more = "integer", object{{"minimum", -1 << 31}, {"maximum", 1<<31 - 1}}
	case Int64:
		kind = "integer"
	case Float32, Float64:
		kind = "number"
	case Bool:
		kind = "boolean"
	case Date:
		more = object{{"format", "date"}}
	case UTC:
		more = object{{"format", "date-time"}}
	case Clock:
		more = object{{"pattern", `^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?$`}}
	case Structs:
		kind, more = "array", object{{"items", objectSchema(f.Elements)}}
	}
	p := object{{"description", f.described()}, {"type", kind}}
	if f.Nullable() {
		p[1].value = []string{kind, "null"}
	}
	if len(f.Enum) > 0 {
		var allowed []any
		for _, v := range f.Enum {
			allowed = append(allowed, v.Value)
		}
		if f.Nullable() {
			allowed = append(allowed, nil)
		}
		return append(p, member{"enum", allowed})
	}
	return append(p, more...)
}

// TableSchema is the Frictionless Table Schema, as datapackage.json holds it: with foreign keys into the tables that are there.
func (t *Table) TableSchema(there []*Table) json.RawMessage {
	text, err := t.tableSchema(there).MarshalJSON()
	if err != nil {
		panic(err) // strings alone
	}
	return text
}

func (t *Table) tableSchema(there []*Table) object {
	var fields, foreign []object
	for i := range t.Fields {
		f := &t.Fields[i]
		field := object{{"name", f.Name}, {"type", tableSchemaType(f.Type)}, {"description", f.described()}}
		if len(f.Enum) > 0 {
			var categories []object
			for _, v := range f.Enum {
				categories = append(categories, object{{"value", v.Value}, {"label", v.Doc}})
			}
			field = append(field, member{"categories", categories})
		}
		constraints := object{}
		if !f.Nullable() {
			constraints = append(constraints, member{"required", true})
		}
		if len(f.Enum) > 0 {
			constraints = append(constraints, member{"enum", values(f)})
		}
		if len(constraints) > 0 {
			field = append(field, member{"constraints", constraints})
		}
		fields = append(fields, field)
		if other, known := Named(f.Foreign); known && slices.Contains(there, other) {
			foreign = append(foreign, t.foreignKey(f, other))
		}
	}
	schema := object{{"fields", fields}, {"primaryKey", t.Key()}}
	if len(foreign) > 0 {
		schema = append(schema, member{"foreignKeys", foreign})
	}
	return append(schema, member{"missingValues", []string{""}})
}

func (t *Table) foreignKey(f *Field, other *Table) object {
	reference := object{{"resource", ResourceName(other)}, {"fields", other.Key()}}
	if other == t { // a table that points to itself leaves the resource out
		reference = reference[1:]
	}
	return object{{"fields", []string{f.Name}}, {"reference", reference}}
}

// ResourceName is the table's name in datapackage.json, where names are lower-case words with hyphens.
func ResourceName(t *Table) string {
	return strings.ReplaceAll(t.Name, "_", "-")
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
