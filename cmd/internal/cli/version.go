package cli

import (
	"encoding/json"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/waqai/waqai/schemas"
	"github.com/waqai/waqai/timeline"
)

// Version of the program, apart from the schema's.
const Version = timeline.Version

func newVersion(p *program) *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the program and of the schema it writes",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				return json.NewEncoder(p.Out).Encode(map[string]string{"version": Version, "schema_version": schemas.Version, "go": runtime.Version()})
			}
			_, err := fmt.Fprintf(p.Out, "waqai %s\nschema %s\n%s\n", Version, schemas.Version, runtime.Version())
			return err
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return command
}
