package export

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/waqai/waqai/schemas"
)

// Values as text, the same in CSV and JSONL: ISO 8601 dates, the shortest number that reads back equal, true or false.

const (
	clockLayout = "2006-01-02T15:04:05.999999"
	secondsADay = 86400
)

// AppendText writes a known value as text.
func AppendText(out []byte, kind schemas.Type, v schemas.Value) []byte {
	switch kind {
	case schemas.String:
		return append(out, v.Text...)
	case schemas.Float32:
		return appendFloat(out, v.Float, 32)
	case schemas.Float64:
		return appendFloat(out, v.Float, 64)
	case schemas.Bool:
		return strconv.AppendBool(out, v.Int != 0)
	case schemas.Date:
		return time.Unix(v.Int*secondsADay, 0).UTC().AppendFormat(out, time.DateOnly)
	case schemas.UTC:
		return append(time.UnixMicro(v.Int).UTC().AppendFormat(out, clockLayout), 'Z')
	case schemas.Clock:
		return time.UnixMicro(v.Int).UTC().AppendFormat(out, clockLayout)
	}
	return strconv.AppendInt(out, v.Int, 10)
}

func appendFloat(out []byte, f float64, bits int) []byte {
	if f == math.Trunc(f) && math.Abs(f) < 1e15 { // 25000000 rather than 2.5e+07
		return strconv.AppendFloat(out, f, 'f', -1, bits)
	}
	return strconv.AppendFloat(out, f, 'g', -1, bits)
}

// ParseText reads what AppendText writes.
func ParseText(kind schemas.Type, text string) (v schemas.Value, err error) {
	v.Known = true
	switch kind {
	case schemas.String:
		v.Text = text
	case schemas.Int16:
		v.Int, err = strconv.ParseInt(text, 10, 16)
	case schemas.Int32:
		v.Int, err = strconv.ParseInt(text, 10, 32)
	case schemas.Int64:
		v.Int, err = strconv.ParseInt(text, 10, 64)
	case schemas.Float32:
		v.Float, err = strconv.ParseFloat(text, 32)
	case schemas.Float64:
		v.Float, err = strconv.ParseFloat(text, 64)
	case schemas.Bool:
		switch text {
		case "true":
			v.Int = 1
		case "false":
		default:
			err = errors.New("neither true nor false")
		}
	case schemas.Date:
		var t time.Time
		t, err = time.Parse(time.DateOnly, text)
		v.Int = floorDiv(t.Unix(), secondsADay)
	case schemas.UTC:
		var t time.Time
		t, err = time.Parse(time.RFC3339Nano, text)
		v.Int = t.UnixMicro()
	case schemas.Clock:
		var t time.Time
		t, err = time.Parse(clockLayout, text)
		v.Int = t.UnixMicro()
	default:
		err = fmt.Errorf("%s is no single value", kind)
	}
	return v, err
}

func floorDiv(a, b int64) int64 {
	if a < 0 {
		return (a - b + 1) / b
	}
	return a / b
}
