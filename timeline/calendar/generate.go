//go:build calendardata

package calendar

// The tables and the fixtures of the tests come from ICU through Node.js, from Java and from a package of Python, which a machine that only builds the program
// need not have: hence the tag. Run `go generate -tags calendardata ./timeline/calendar` to make them anew.

//go:generate node internal/gen/umalqura.mjs
//go:generate python3 internal/gen/archive.py
//go:generate node internal/gen/chinese.mjs
//go:generate node internal/gen/fixtures.mjs
//go:generate sh -c "java internal/gen/Umalqura.java > testdata/umalqura.tsv"
//go:generate go test -run TestCrescentTable -update .
