// What the generators share: reading a TSV with a header, the folded form under which spellings meet, sorted output.

export function table(text) {
  let columns
  const rows = []
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const cells = line.split('\t')
    if (!columns) { columns = cells; continue }
    rows.push(Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ''])))
  }
  return rows
}

// fold gives the form in which two spellings are one: marks, joiners, alef and ya variants and case do not count.
export function fold(word) {
  return word.normalize('NFKD').replace(/\p{Mn}|\u200c|ـ/gu, '').toLowerCase()
    .replace(/[أإآٱ]/g, 'ا').replace(/[ىی]/g, 'ي').replace(/ک/g, 'ك').replace(/ة/g, 'ه').replace(/ؤ/g, 'و').replace(/ئ/g, 'ي')
}

// latin gives a transliterated place name without marks, article and spaces.
export function latin(name) {
  return name.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase().replace(/[^a-z ]/g, ' ').trim()
    .replace(/^(al|an|ar|as|ash|at|az|ad|adh|el|ath|et|es|esh|ez) /, '').replace(/ /g, '')
}

export const sortRows = (rows) => rows.map((row) => row.join('\t')).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
