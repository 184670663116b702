module github.com/waqai/waqai

go 1.26
