package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"

	"github.com/zeebo/xxh3"

	"github.com/waqai/waqai/schemas"
)

// Package is datapackage.json: the Data Package standard, version 2, with rows, sums and a seal of ours beside.
type Package struct {
	Profile       string            `json:"$schema"`
	Name          string            `json:"name"`
	Version       string            `json:"version"`
	SchemaVersion string            `json:"waqai:schema_version"`
	Metadata      map[string]string `json:"waqai:metadata,omitempty"`
	Licenses      []License         `json:"licenses,omitempty"`
	Resources     []Resource        `json:"resources"`
	Seal          string            `json:"waqai:seal"`
}

// License of a dataset.
type License struct {
	Name string `json:"name"`
}

// Resource is one file of a Package.
type Resource struct {
	Name      string          `json:"name"`
	Path      string          `json:"path"` // relative, inside the folder
	Format    string          `json:"format"`
	MediaType string          `json:"mediatype"`
	Encoding  string          `json:"encoding,omitempty"`
	Bytes     int64           `json:"bytes"`
	Hash      string          `json:"hash"`
	Rows      int64           `json:"waqai:rows"`
	Sums      string          `json:"waqai:sums"`
	Dialect   *Dialect        `json:"dialect,omitempty"`
	Schema    json.RawMessage `json:"schema"`
}

// Dialect is how CSV is written.
type Dialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	DoubleQuote    bool   `json:"doubleQuote"`
	Header         bool   `json:"header"`
	FormulaGuard   bool   `json:"waqai:formulaGuard"`
}

const (
	packageProfile = "https://datapackage.org/profiles/2.0/datapackage.json"
	packageSeal    = "\"waqai:seal\": \""
)

func (d *Dataset) describe() string {
	p := Package{Profile: packageProfile, Name: "waqai", Version: schemas.Version, SchemaVersion: schemas.Version, Metadata: d.options.Metadata, Seal: sealBlank}
	if license := d.options.Metadata[MetadataLicense]; license != "" {
		p.Licenses = []License{{license}}
	}
	for _, r := range d.tables {
		resource := Resource{
			Name: schemas.ResourceName(r.table), Path: r.name, Format: d.format.Name, MediaType: d.format.MediaType, Bytes: r.bytes, Hash: r.sha256(),
			Rows: r.sums.Rows, Sums: r.sums.String(), Schema: r.table.TableSchema(d.there()),
		}
		if d.format.Text {
			resource.Encoding = "utf-8"
		}
		if d.format.Name == csvFormat.Name {
			resource.Dialect = &Dialect{",", "\r\n", true, true, !d.options.CSVUnguarded}
		}
		p.Resources = append(p.Resources, resource)
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(p); err != nil {
		panic(err) // strings, numbers and maps of them
	}
	text := out.Bytes()
	at, err := sealPlace(text, packageSeal)
	if err != nil {
		panic(err) // the seal is a field of Package
	}
	hash := xxh3.New()
	_, _ = hash.Write(text)
	copy(text[at:], sealText(hash))
	return string(text)
}

// ReadPackage reads a datapackage.json and checks its seal. A package without one, written by hand or by another program, is given with
// sealed false.
func ReadPackage(path string) (p *Package, sealed bool, err error) {
	const limit = 64 << 20
	if info, err := os.Stat(path); err != nil {
		return nil, false, err
	} else if info.Size() > limit {
		return nil, false, fmt.Errorf("%s: larger than %d bytes", path, limit)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, false, err
	}
	p = &Package{}
	if err := json.Unmarshal(text, p); err != nil {
		return nil, false, fmt.Errorf("%s: %w", path, err)
	}
	if p.Seal == "" {
		return p, false, nil
	}
	if err := checkSeal(xxh3.New(), text, packageSeal); err != nil {
		return p, false, fmt.Errorf("%s: %w", path, err)
	}
	return p, true, nil
}
