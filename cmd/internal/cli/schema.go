package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/waqai/waqai/schemas"
)

func newSchema(p *program) *cobra.Command {
	var format string
	command := &cobra.Command{
		Use:   "schema [TABLE]",
		Short: "Print the columns of a table: types, units, meanings, what null means",
		Long: "schema prints the definition of a table, or of all: as a Markdown data dictionary, JSON Schema, Frictionless Table Schema, SQL, Arrow schema or CSV header.\n\nTables: " +
			strings.Join(schemas.Names(), ", ") + ".",
		Example: "  waqai schema events\n  waqai schema timeline --format sql",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, arguments []string) error {
			tables := schemas.Tables
			if len(arguments) == 1 {
				table, known := schemas.Named(arguments[0])
				if !known {
					return usagef("table %q: there are %s", arguments[0], strings.Join(schemas.Names(), ", "))
				}
				tables = []*schemas.Table{table}
			}
			for _, table := range tables {
				written, err := table.Render(format)
				if err != nil {
					return &coded{exitUsage, err}
				}
				if _, err := fmt.Fprint(p.Out, written); err != nil {
					return err
				}
			}
			return nil
		},
	}
	command.Flags().StringVarP(&format, "format", "f", "md", "form: "+strings.Join(schemas.Formats(), ", "))
	return command
}
