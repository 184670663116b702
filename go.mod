module github.com/waqai/waqai

go 1.26

require pgregory.net/rapid v1.3.0 // indirect
go 1.26.0

require golang.org/x/text v0.43.0 // indirect
