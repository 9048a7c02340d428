import {
  addOrganisation,
  addPart,
  addSaid,
  decidesOn,
  decisionsIn,
  type Facts,
  isDraftMark,
  isPeriodical,
  namesAnother,
  organisationIn,
  ownNames,
  toVersion,
} from '../blocks/index.js'
import { gapOf, isOpen, type Piece } from '../pieces/index.js'
import { isStreet } from './address.js'
import { markAs } from './mark.js'
import { nameKey } from './name-key.js'
import { isOrganisation, isProper, namesKind } from './title.js'

/** The organisation's name and the subtitle, from the lines of a cover that say nothing else. */
export function takeNames(
  lines: readonly Piece[],
  cover: readonly Piece[],
  names: readonly string[],
  body: string,
  facts: Facts,
): void {
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
  // "CONCEPT – versie 0.3 – ter bespreking": whatever it is for.
  if (parts.length > 1 && parts.some(isDraftMark)) facts.status ??= 'draft'
  const own = ownNames(facts)
  const other = parts.findIndex((part) => namesAnother(part, own))
  if (parts.length > 1) for (const part of other < 0 ? parts : parts.slice(0, other)) addPart(part, facts)
  // "Kestrel Trust – Admission arrangements": whose it is, beside its title.
  if (parts.some(namesKind)) for (const part of parts) addOrganisation(part, facts)
  facts.version ??= toVersion(VERSION.exec(line)?.groups?.number ?? '')
  if (decidesOn(line, own) !== 'own') return
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
    // Whose a document is, above or below its title.
    const parts = last !== undefined && [last[0] as Piece, piece].some(({ text }) => organisationIn(text) !== undefined)
    const isOther = parts && [last[0] as Piece, piece].some(({ text }) => namesKind(text))
    if (last && gapOf(piece) === 0 && last.at(-1) === above && !isOther) last.push(piece)
    else groups.push([piece])
  }
  return groups
}

// A name on a cover that the text uses again and again is the name of whose text it is.
function occursOften(value: string, body: string): boolean {
  const key = nameKey(value)
  return key.length >= 3 && value.split(/\s+/).length <= 6 && body.split(` ${key} `).length > 3
}
