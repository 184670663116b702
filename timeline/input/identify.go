package input

import (
	"crypto/sha256"
	"encoding/base32"
	"net/url"
	"strings"

	"golang.org/x/text/unicode/norm"
)

var base32Lower = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// Identify gives a document without an ID one that depends on what it is, not on where it lies: d_ and 20 letters of the SHA-256 of its
// canonical URL, or of its NFC text where it has none.
func Identify(document *Document) {
	if document.ID != "" {
		return
	}
	key := "text\x00" + norm.NFC.String(document.Text)
	if canonical := canonicalURL(document.URL); canonical != "" {
		key = "url\x00" + canonical
	}
	document.ID = "d_" + Digest(key)
}

// Digest is the short hash that ids are made of: 20 lower-case base32 letters (100 bits) of the SHA-256 of key.
func Digest(key string) string {
	sum := sha256.Sum256([]byte(key))
	return base32Lower.EncodeToString(sum[:])[:20]
}

// canonicalURL drops what does not name the article: scheme, www., fragment, tracking parameters, a final slash.
func canonicalURL(address string) string {
	parsed, err := url.Parse(strings.TrimSpace(address))
	if err != nil || parsed.Host == "" {
		return ""
	}
	query := parsed.Query()
	for name := range query {
		if strings.HasPrefix(name, "utm_") || name == "fbclid" || name == "gclid" {
			query.Del(name)
		}
	}
	canonical := strings.TrimPrefix(strings.ToLower(parsed.Host), "www.") + strings.TrimSuffix(parsed.EscapedPath(), "/")
	if encoded := query.Encode(); encoded != "" {
		canonical += "?" + encoded
	}
	return canonical
}
