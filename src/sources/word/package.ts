import { Damaged } from '../../blocks/index.js'
import type { Phrase } from '../../model/index.js'
import { all, parseXml, type Xml } from '../files/xml.js'
import { unzip } from '../files/zip.js'

/** A zip of another program than a word processor. */
export class OtherKind extends Error {
  constructor(readonly kind: Extract<Phrase, { readonly phrase: `kind.${string}` }>) {
    super(kind.phrase)
  }
}

const decoder = new TextDecoder()
const MAIN = 'word/document.xml'
const DRAWING = /\/(?:charts\/chart|diagrams\/data)\d*\.xml$/

/** The parts of a Word file, found as the file itself names them: what the package and its text refer to may be called anything. */
export interface WordParts {
  readonly names: readonly string[]
  /** The text. */
  readonly document: Xml
  readonly relations: readonly Readonly<Record<string, string>>[]
  /** The part of a kind that the text refers to: "styles", "footnotes". */
  readonly one: (kind: string) => Xml | undefined
  /** All parts of a kind, by name. */
  readonly every: (kind: string) => readonly Xml[]
  readonly part: (name: string) => Xml | undefined
  /** Charts and diagrams. */
  readonly drawings: readonly Xml[]
}

/** Opens a Word file. Throws for one that is not whole, `OtherKind` for one that holds no text but tables or slides. */
export function openWord(bytes: Uint8Array): WordParts {
  const head = unzip(bytes, (name) => name === '_rels/.rels')
  const main = mainOf(read(head.parts, '_rels/.rels'), head.names)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const rels = `${folder}_rels/${main.slice(folder.length)}.rels`
  const { parts, names } = unzip(
    bytes,
    (name) =>
      name === rels ||
      (name.startsWith(folder) && /^(?:[^/]+|charts\/chart\d*|diagrams\/data\d*)\.xml$/.test(name.slice(folder.length))) ||
      /^(?:docProps\/core|customXml\/item\d+)\.xml$/.test(name),
  )
  const document = read(parts, main)
  if (!document) throw new Damaged({ phrase: 'damage.no-text', values: { part: MAIN } })
  const relations = all(read(parts, rels), 'Relationship').map(({ attributes }) => attributes)
  const every = (kind: string): string[] => {
    const related = relations.flatMap(({ Type, Target }) =>
      Type?.endsWith(`/${kind}`) && Target !== undefined ? [resolve(folder, Target)] : [],
    )
    const usual = names.filter((name) => name.startsWith(folder) && name.slice(folder.length).replace(/\d*\.xml$/, '') === kind)
    return [...new Set(related.length > 0 ? related : usual)].sort()
  }
  // A part is asked for by its blocks and by the count of its words.
  const known = new Map<string, Xml | undefined>([[main, document]])
  const part = (name: string): Xml | undefined => {
    if (!known.has(name)) known.set(name, read(parts, name))
    return known.get(name)
  }
  return {
    names,
    document,
    relations,
    part,
    every: (kind) => every(kind).flatMap((name) => part(name) ?? []),
    one: (kind) => part(every(kind)[0] ?? ''),
    drawings: names.filter((name) => DRAWING.test(name)).flatMap((name) => part(name) ?? []),
  }
}

function read(parts: ReadonlyMap<string, Uint8Array>, name: string): Xml | undefined {
  const found = parts.get(name)
  return found && parseXml(decoder.decode(found))
}

/** The name of the text part: what the package calls its document. */
function mainOf(relations: Xml | undefined, names: readonly string[]): string {
  const given = all(relations, 'Relationship').find(({ attributes }) => attributes.Type?.endsWith('/officeDocument'))
  const target = resolve('', given?.attributes.Target ?? '')
  const main = names.includes(target) ? target : MAIN
  if (names.includes(main) && !/^(?:xl|ppt)\//.test(main)) return main
  if (names.some((name) => name.startsWith('xl/'))) throw new OtherKind({ phrase: 'kind.spreadsheet' })
  if (names.some((name) => name.startsWith('ppt/'))) throw new OtherKind({ phrase: 'kind.presentation' })
  return main
}

/** A target is meant from the folder of its part; "/word/styles.xml" from the root. */
const resolve = (folder: string, target: string): string => (target.startsWith('/') ? target.slice(1) : `${folder}${target}`)
