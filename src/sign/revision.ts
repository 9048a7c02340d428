import { createHash } from 'node:crypto'
import { type Dictionary, Name, PdfFile, Reference, Text, type Value } from '../check/index.js'

/** What a signature says of itself in the file, beside what is signed. */
export interface Claim {
  /** Who signs. */
  readonly name: string
  /** What it is put under. */
  readonly reason: string
  /** What a reader who cannot see it is told. */
  readonly label: string
  /** In whole seconds. */
  readonly moment: Date
  /** Bytes kept free for the signature. */
  readonly room: number
}

/** A file with a place for a signature behind it. */
export interface Prepared {
  readonly bytes: Buffer
  /** Where the signature goes, with the brackets around it: what is signed is all before and all behind. */
  readonly from: number
  readonly to: number
}

/** Digits of an offset in a table; no file of ours has more. */
const DIGITS = 10

/**
 * Adds a signature field behind a file of the press, which itself stays byte for byte: a field without a picture, in an element of its own at the
 * end of the structure tree, so that it is read and the file stays PDF/A-3a and PDF/UA-1 (ISO 19005-3, 6.3 and 6.4; ISO 14289-1, 7.18). The same
 * file and claim give the same bytes. Throws an Error where the file has fields already.
 */
export function prepare(bytes: Uint8Array, claim: Claim): Prepared {
  const file = new PdfFile(bytes)
  const { trailer } = file
  const root = reference(trailer.get('Root'))
  const catalogue = file.dictionary(root)
  if (catalogue.has('AcroForm')) throw new Error('a file with fields in it')
  const page = reference(file.pages().at(-1))
  const tree = reference(catalogue.get('StructTreeRoot'))
  const top = reference(file.array(file.dictionary(tree).get('K'))[0])
  const parents = file.dictionary(tree).get('ParentTree')
  const size = Number(trailer.get('Size'))
  const [element, field, signature] = [size, size + 1, size + 2].map((number) => new Reference(number)) as [
    Reference,
    Reference,
    Reference,
  ]
  const numbers = file.array(file.dictionary(parents).get('Nums'))
  const key = numbers.reduce((most: number, value, i) => (i % 2 === 0 ? Math.max(most, Number(value)) : most), -1) + 1
  const nums = dict(file.dictionary(parents), { Nums: [...numbers, key, element] })

  const form = dict(undefined, { Fields: [field], SigFlags: 3 })
  const objects = new Map<number, Value | string>([
    [root.number, dict(catalogue, { AcroForm: form })],
    [page.number, dict(file.dictionary(page), { Annots: [...file.array(file.dictionary(page).get('Annots')), field] })],
    [top.number, dict(file.dictionary(top), { K: [...kids(file, file.dictionary(top).get('K')), element] })],
    [
      tree.number,
      dict(file.dictionary(tree), {
        ParentTreeNextKey: key + 1,
        ...(parents instanceof Reference ? {} : { ParentTree: nums }),
      }),
    ],
    ...(parents instanceof Reference ? ([[parents.number, nums]] as const) : []),
    [
      element.number,
      dict(undefined, {
        S: new Name('Form'),
        P: top,
        Pg: page,
        K: dict(undefined, { Type: new Name('OBJR'), Obj: field, Pg: page }),
      }),
    ],
    [
      field.number,
      dict(undefined, {
        Type: new Name('Annot'),
        Subtype: new Name('Widget'),
        FT: new Name('Sig'),
        T: text('signature'),
        TU: text(claim.label),
        // To be printed, and locked.
        F: 132,
        Rect: [0, 0, 0, 0],
        P: page,
        V: signature,
        StructParent: key,
      }),
    ],
  ])
  return write(bytes, file, objects, signature.number, claim)
}

function write(
  bytes: Uint8Array,
  { trailer, start }: PdfFile,
  objects: ReadonlyMap<number, Value | string>,
  signature: number,
  { name, reason, moment, room }: Claim,
): Prepared {
  const parts: string[] = [bytes.at(-1) === 0x0a ? '' : '\n']
  let length = bytes.length + (parts[0] as string).length
  const offsets = new Map<number, number>()
  const add = (part: string) => {
    parts.push(part)
    length += part.length
  }
  for (const [number, value] of [...objects].sort(([a], [b]) => a - b)) {
    offsets.set(number, length)
    add(`${number} 0 obj\n${written(value as Value)}\nendobj\n`)
  }
  offsets.set(signature, length)
  const said = `/M ${written(text(dateText(moment)))} /Name ${written(text(name))} /Reason ${written(text(reason))}`
  const head = `${signature} 0 obj\n<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached ${said} /ByteRange [`
  const rangeAt = length + head.length
  // Three offsets of a fixed width, with blanks between.
  const ranges = 2 + 3 * (DIGITS + 1)
  const between = '] /Contents '
  const from = rangeAt + ranges + between.length
  const to = from + 2 + 2 * room
  add(`${head}${' '.repeat(ranges)}${between}<${'0'.repeat(2 * room)}>>>\nendobj\n`)
  const table = length
  add(`xref\n${sections(offsets)}`)
  const id = stateOf(trailer.get('ID'), bytes)
  const kept = ['Info', 'Root'].map((key) => [key, trailer.get(key) ?? null] as const)
  const entries = { ...Object.fromEntries(kept), Size: signature + 1, Prev: start, ...(id ? { ID: id } : {}) }
  add(`trailer\n${written(dict(undefined, entries))}\nstartxref\n${table}\n%%EOF\n`)

  const all = Buffer.concat([bytes, Buffer.from(parts.join(''), 'latin1')])
  const range = [0, from, to, all.length - to].map(String)
  all.write(range.join(' ').padEnd(ranges), rangeAt, 'latin1')
  return { bytes: all, from, to }
}

/** The identity of the file stays, that of its state is another. */
function stateOf(id: Value | undefined, bytes: Uint8Array): Value | undefined {
  if (!Array.isArray(id)) return undefined
  return [id[0] as Value, new Text(createHash('md5').update(bytes).digest().toString('latin1'))]
}

/** The table of offsets, by rows of numbers that follow each other (ISO 32000-1, 7.5.4). */
function sections(offsets: ReadonlyMap<number, number>): string {
  const numbers = [...offsets.keys()].sort((a, b) => a - b)
  const runs: number[][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && run.at(-1) === number - 1) run.push(number)
    else runs.push([number])
  }
  const line = (number: number) => `${String(offsets.get(number)).padStart(DIGITS, '0')} 00000 n \n`
  return runs.map((run) => `${run[0]} ${run.length}\n${run.map(line).join('')}`).join('')
}

function kids(file: PdfFile, own: Value | undefined): readonly Value[] {
  if (own === undefined || own === null) return []
  return Array.isArray(file.get(own)) ? file.array(own) : [own]
}

const reference = (value: Value | undefined): Reference => {
  if (value instanceof Reference) return value
  throw new Error('a file of another make')
}

const dict = (from: Dictionary | undefined, more: Readonly<Record<string, Value>>): Dictionary =>
  new Map([...(from ?? []), ...Object.entries(more)])

const text = (words: string): Text =>
  new Text(/^[ -~]*$/.test(words) ? words : `\xfe\xff${Buffer.from(words, 'utf16le').swap16().toString('latin1')}`)

/** A moment as PDF has it, in whole seconds (ISO 32000-1, 7.9.4), and read again. */
const dateText = (moment: Date): string => `D:${moment.toISOString().slice(0, 19).replace(/\D/g, '')}Z`
export function momentIn(date: string): Date {
  const [, year, month, day, hour, minute, second] = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? []
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

/** A value as the file has it. */
function written(value: Value): string {
  if (value instanceof Reference) return `${value.number} 0 R`
  if (value instanceof Name) return `/${value.value.replace(/[^!-~]|[()<>[\]{}/%#]/g, hexCode)}`
  if (value instanceof Text)
    return /^[ -~]*$/.test(value.bytes)
      ? `(${value.bytes.replace(/[\\()]/g, '\\$&')})`
      : `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`
  if (Array.isArray(value)) return `[${value.map(written).join(' ')}]`
  if (value instanceof Map) return `<<${[...value].map(([key, own]) => `${written(new Name(key))} ${written(own)}`).join(' ')}>>`
  return String(value)
}

const hexCode = (char: string): string => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`
