// Package story writes timelines for people: a page, a calendar, a spreadsheet, a document, a picture.
//
// In: a Story, which is rows of the timeline with a title. Out: one file a format, whole or not at all. It knows how dates and labels are written in
// the languages of the reader (labels/*.tsv); it does not know how events were found or merged.
//
// A new format is one file with a Format value and one line in the Formats table.
package story
