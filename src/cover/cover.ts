import {
  type Artefact,
  addField,
  addLine,
  addOrganisation,
  addPart,
  addSaid,
  CONTROL_TITLE,
  decisionsIn,
  type Facts,
  findDate,
  hasColumns,
  isContact,
  isCopyright,
  isListKey,
  isPeriodical,
  isReached,
  isRemark,
  isTime,
  KIND,
  organisationIn,
  organisationWithin,
  RIGHT_WORDS,
  readDate,
  readField,
  sendsReader,
  takeTable,
  timeIn,
  toVersion,
} from '../blocks/index.js'
import { append } from '../model/index.js'
import { gapOf, isOpen, lookOf, type Piece } from '../pieces/index.js'
import { addressAbove, isStreet, keepHouseNumbers } from './address.js'
import { coverEnd } from './cover-end.js'
import { takeLastLines } from './last-lines.js'
import { joinFacts, joinTitle, splitLines } from './lines.js'
import {
  isOrganisation,
  isProper,
  recursIn,
  runningLines,
  runningParts,
  runningTitle,
  textBehind,
  titleBelow,
  titleOf,
} from './title.js'

/**
 * Takes what a document says about itself off its cover and its last lines: title, organisation, version, dates, people, decisions,
 * address. `ofFile` is the title that the file has among its properties. Returns the index of the first piece of the text itself.
 */
export function takeCover(pieces: Piece[], facts: Facts, names: readonly string[], ofFile = ''): number {
  keepHouseNumbers(pieces)
  splitLines(pieces)
  joinTitle(pieces, names)
  joinFacts(pieces)
  const end = coverEnd(pieces)
  const cover = pieces.slice(0, end).filter(isOpen)
  for (const [i, piece] of pieces.slice(0, end).entries()) takeTablePiece(piece, facts, true, pieces[i - 1])
  // A table that names the title knows it; only a line set as one knows better.
  const titled = facts.title
  const title = titleOf(cover, runningLines(pieces), ofFile) ?? (cover.length > 0 ? titleBelow(pieces.slice(end)) : undefined)
  // What a letter says it is about is its title.
  const isSaid = pieces.some(({ reason }) => reason === 'title')
  if (title && !isSaid && (titled === undefined || isSetAsTitle(title) || nameKey(title.text) === nameKey(titled))) {
    facts.title = title.text
    facts.titleGuessed = isGuess(title, pieces)
    markAs(title, 'title')
  }
  takeNames(takeLines(cover, facts), cover, names, textBehind(pieces, end), facts)
  takeBehindContents(pieces.slice(end), facts)
  // What a document says of itself below its text may be a table of names and values as well; columns of days and names may be a rota.
  const last = pieces.findLastIndex(({ role }) => role !== 'dropped' && role !== 'note')
  for (const [i, piece] of pieces.entries())
    if (i >= end) takeTablePiece(piece, facts, i === last && !hasColumns(piece.rows ?? []), pieces[i - 1])
  takeLastLines(pieces.slice(end), facts)
  const running = facts.title === undefined ? runningTitle(pieces) : undefined
  if (running !== undefined) facts.title = running
  takeMargins(pieces, names, textBehind(pieces, end), facts)
  const named = names.length === 0 ? organisationAmong([facts.subtitle, facts.title, ...runningLines(pieces)]) : undefined
  if (named !== undefined) facts.printedOrganisation ??= named
  facts.version ??= facts.history.at(-1)?.version
  return end
}

/** The organisation that the first of some lines names behind other words. */
const organisationAmong = (lines: readonly (string | undefined)[]): string | undefined =>
  lines.map((line) => (line === undefined ? undefined : organisationWithin(line))).find((name) => name !== undefined)

const isSetAsTitle = (piece: Piece): boolean => piece.blocks[0]?.role === 'title' || (lookOf(piece)?.size ?? 1) >= LARGE

/** Whether nothing says that a line is the title: not its look, nor a kind of document, nor what runs over the pages. */
const isGuess = (title: Piece, pieces: readonly Piece[]): boolean =>
  !isSetAsTitle(title) &&
  title.blocks[0]?.heading === undefined &&
  !KIND.test(title.text) &&
  !recursIn(title.text, runningLines(pieces))

// Beside running text.
const LARGE = 1.3

const markAs = (piece: Piece, key: string): void => {
  piece.role = 'metadata'
  piece.reason = key
}

function takeTablePiece(piece: Piece, facts: Facts, onCover: boolean, above: Piece | undefined): void {
  if (piece.role !== 'table' || !piece.rows) return
  // Under "Documentgegevens" a table is about the document wherever it stands.
  const isTitled = above !== undefined && isOpen(above) && above.label === undefined && CONTROL_TITLE.test(above.text)
  const key = takeTable(piece.rows, facts, onCover || isTitled)
  if (key === undefined) return
  markAs(piece, key)
  if (isTitled) {
    above.role = 'dropped'
    above.reason = TITLE_OF_FACTS
  }
}

const TITLE_OF_FACTS = 'heading of front matter' satisfies Artefact

/** What stands between the contents and the text about the document itself. */
function takeBehindContents(pieces: readonly Piece[], facts: Facts): void {
  if (pieces[0]?.role !== 'dropped') return
  for (const piece of pieces) {
    if (piece.role === 'dropped') continue
    const field = isOpen(piece) ? readField(piece.text) : undefined
    if (!isOpen(piece) || (field && isListKey(field.key)) || !takeLine(piece, facts)) return
  }
}

function takeLines(cover: readonly Piece[], facts: Facts): Piece[] {
  const rest: Piece[] = []
  let list: 'sources' | 'editors' | undefined
  for (const [i, piece] of cover.entries()) {
    if (!isOpen(piece)) continue
    const field = readField(piece.text)
    const below = cover[i + 1]
    if (field?.value === '' && below && !isListKey(field.key) && addField({ ...field, value: below.text }, facts)) {
      markAs(piece, field.key)
      markAs(below, field.key)
    } else if (field && addField(field, facts)) {
      markAs(piece, field.key)
      list = field.value === '' && isListKey(field.key) ? field.key : undefined
    } else if (takeLine(piece, facts)) {
      list = undefined
    } else if (isCopyright(piece.text) && facts.copyright === undefined) {
      facts.copyright = piece.text
      markAs(piece, 'copyright')
    } else if (isContact(piece.text)) {
      const above = addressAbove(cover, i, (line) => rest.includes(line))
      for (const line of above) {
        rest.splice(rest.indexOf(line), 1)
        markAs(line, 'contact')
      }
      append(facts.contact, [...above.map(({ text }) => text), piece.text])
      markAs(piece, 'contact')
    } else if (list !== undefined) {
      facts[list].push(piece.text)
      markAs(piece, list)
    } else if (facts.date === undefined && readDate(piece.text) !== undefined) {
      facts.date = readDate(piece.text)
      markAs(piece, 'date')
    } else if (isRemark(piece.text)) {
      const above = isTime(piece.text) && cover[i - 1]?.text
      facts.remarks.push(above && /:$/.test(above) ? `${above} ${piece.text}` : piece.text)
      markAs(piece, 'remarks')
    } else rest.push(piece)
  }
  return rest
}

function takeLine(piece: Piece, facts: Facts): boolean {
  const key = addLine(piece.text, facts)
  if (key !== undefined) markAs(piece, key)
  return key !== undefined
}

/** The organisation's name and the subtitle, from the lines of a cover that say nothing else. */
function takeNames(lines: readonly Piece[], cover: readonly Piece[], names: readonly string[], body: string, facts: Facts): void {
  const known = new Set(names.map(nameKey))
  const title = cover.findIndex(({ reason }) => reason === 'title')
  const key = nameKey(body)
  const subtitle: string[] = []
  // What stands further from the title than its own lines says something else.
  const isBeside = (group: readonly Piece[], at: number): boolean => {
    const [from, to] = [cover.indexOf(group[0] as Piece), cover.indexOf(group.at(-1) as Piece)]
    const between = to < at ? cover.slice(to + 1, at) : cover.slice(at + 1, from)
    return at < 0 || between.every(({ reason }) => reason === 'subtitle' || reason === 'organisation' || reason === 'title')
  }
  for (const group of together(lines, cover)) {
    const value = group.map(({ text }) => text).join(' ')
    const isAbove = cover.indexOf(group[0] as Piece) < title
    const named = organisationIn(value)
    // "Het Kompas" between quotation marks is what the document is called.
    const isName = () =>
      !/^["“”„'‘].*["“”'’]$/u.test(value) &&
      (occursOften(value, ` ${key} `) ||
        named !== undefined ||
        (isAbove && (isOrganisation(value, body) || isProper(value, body))))
    const isOurs =
      known.has(nameKey(value)) ||
      nameKey(value) === nameKey(facts.printedOrganisation ?? '') ||
      (facts.printedOrganisation === undefined && isName())
    if (isOurs) {
      if (!addOrganisation(value, facts)) facts.printedOrganisation ??= value
    } else if (isStreet(value)) {
      facts.contact.push(value)
      for (const line of group) markAs(line, 'contact')
    } else if (
      isBeside(group, title) &&
      !isPeriodical(value) &&
      subtitle.length < MOST_SUBTITLES &&
      value.length <= LONGEST_SUBTITLE
    ) {
      subtitle.push(value)
      for (const line of group) markAs(line, 'subtitle')
    } else facts.remarks.push(value)
    if (!isOurs) addWithin(value, facts)
    for (const line of group) if (isOpen(line)) markAs(line, isOurs ? 'organisation' : 'remarks')
  }
  if (subtitle.length > 0) facts.subtitle = subtitle.join(' – ')
}

/** What a subtitle says besides: "Werkplan voor ouders – versie 2.1", "Grundschule Am Lindenplatz, Version 1.0". */
function addWithin(line: string, facts: Facts): void {
  const parts = line.split(PARTS)
  if (parts.length > 1) for (const part of parts) addPart(part, facts)
  facts.version ??= toVersion(VERSION.exec(line)?.groups?.number ?? '')
  const told = decisionsIn(line, facts.lang).filter(({ body }) => body !== undefined)
  if (told.some(({ right }) => right === 'adoption')) facts.adopted = true
  addSaid(told, facts)
}

// A title has a line or two below it; more of them are what a cover says besides.
const MOST_SUBTITLES = 2
const LONGEST_SUBTITLE = 160
const PARTS = /\s*[,;|·•()]\s*|\s+[–—-]\s+/u
const VERSION = /(?<!\p{L})(?:versie|version|ferzje)\s+(?<number>\d{1,3}(?:\.\d{1,3}){0,2})(?![\p{L}\d./-])/iu

/** Lines without an empty one between them are one: a name set in two lines. */
function together(lines: readonly Piece[], cover: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of lines) {
    const last = groups.at(-1)
    const above = cover[cover.indexOf(piece) - 1]
    if (last && gapOf(piece) === 0 && last.at(-1) === above) last.push(piece)
    else groups.push([piece])
  }
  return groups
}

const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

// A name on a cover that the text uses again and again is the name of whose text it is.
function occursOften(value: string, body: string): boolean {
  const key = nameKey(value)
  return key.length >= 3 && value.split(/\s+/).length <= 6 && body.split(` ${key} `).length > 3
}

/**
 * What headers and footers say about the document, where nothing else says it: "Datum laatste aanpassing: 24/09/24", whose it is. What no
 * key can hold ("Vastgesteld: september 2023", an owner) is kept word for word.
 */
function takeMargins(pieces: readonly Piece[], names: readonly string[], body: string, facts: Facts): void {
  const seen = new Set<string>()
  const reached: string[] = []
  const title = nameKey(facts.title ?? '')
  for (const part of runningParts(pieces)) {
    const line = part.replace(OF_PAGE, '').trim()
    if (seen.has(line)) continue
    seen.add(line)
    if (addPart(line, facts) || facts.remarks.includes(line)) continue
    if (isContact(line) && isReached(line)) reached.push(line)
    if (timeIn(line) !== undefined || readField(line)?.key === 'remark' || decides(line, facts)) facts.remarks.push(line)
    else if (nameKey(line) !== title) takeName(line, names, body, facts)
  }
  // "Vragen? Bel de balie op …" beside the text of a page.
  for (const { role, text } of pieces) if (role === 'dropped' && sendsReader(text) && isReached(text)) reached.push(text)
  if (facts.contact.length === 0) append(facts.contact, [...new Set(reached)])
}

/** "Vastgesteld op 4 april 2023 – pagina 3": where it stands. */
const OF_PAGE = /(?:^|[\s,|–-])(?:pagina|page|pag\.?|blz\.?)\s?\d{1,4}(?:\s?(?:van|of|\/)\s?\d{1,4})?\s*$/i

/** Whether a line tells of a decision on a day that nothing else tells of. */
const decides = (line: string, { approvals, history, date }: Facts): boolean =>
  RIGHT_WORDS.some(({ words }) => words.test(line)) &&
  /\d{4}/.test(line) &&
  ![date, ...approvals.map((approval) => approval.date), ...history.map((entry) => entry.date)].includes(
    findDate(line)?.date ?? '-',
  )

/** "Klachtenregeling Stichting De Linde", "Afspraken, 2e druk": what stands behind the title. */
function takeName(line: string, names: readonly string[], body: string, facts: Facts): void {
  const isTitled = line.toLowerCase().startsWith((facts.title ?? '\n').toLowerCase())
  const rest = (isTitled ? line.slice(facts.title?.length) : line).replace(/^[-–|,:\s]+/, '')
  if (isTitled && addPart(rest, facts)) return
  // "Policy 2.2", "Declaratieregeling 2.0"
  if (KIND.test(line)) facts.version ??= toVersion(/\s(\d{1,2}(?:\.\d{1,2}){1,2})$/.exec(line)?.[1] ?? '')
  if (names.length === 0 && !addOrganisation(rest, facts) && isProper(rest, body)) facts.printedOrganisation ??= rest
}
