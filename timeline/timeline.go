// Package timeline turns news text into dated events.
package timeline
