import type { EmbeddedFont } from './adapter.js'
import { type Kerning, readKerning } from './kerning.js'
import { CURLS } from './quotes.js'

/** Font files of one family, TrueType or OpenType; what is absent is imitated from the upright face. */
export interface FontFiles {
  readonly regular: Uint8Array
  readonly bold?: Uint8Array
  readonly italic?: Uint8Array
  readonly boldItalic?: Uint8Array
  /** For code; read when it is needed. */
  readonly mono?: () => Uint8Array
}

/** A word ready to be drawn. `codes` is the inside of a TJ operand, between `[(` and `)]`; the width is in thousandths of the size. */
export interface Shaped {
  readonly codes: string
  readonly width: number
}

/** A character in the file: how it is written in content, its glyph in the font, its advance in thousandths. */
interface Glyph {
  readonly bytes: string
  readonly glyph: number
  readonly width: number
}

/** Where the first of these is in the font, it stands for a character that is not. */
const SUBSTITUTES = ['□', '▯', '\ufffd', '?']

const SPECIAL: Readonly<Record<string, string>> = { '(': '\\(', ')': '\\)', '\\': '\\\\', '\r': '\\r', '\n': '\\n' }

/** The number of the first character of a text that is not empty. */
const codePointOf = (char: string): number => char.codePointAt(0) ?? 0

/** Two bytes of a literal string. */
const bytesOf = (code: number): string =>
  String.fromCharCode(code >> 8, code & 255).replace(/[()\\\r\n]/g, (char) => SPECIAL[char] as string)

/** Code points without a meaning that outlives this file; PDF/A-3a does not let a text hold them. */
const MEANINGLESS = /[\p{Private_Use}\p{Noncharacter_Code_Point}]/u
const REPLACEMENT = 0xfffd

/** Scripts written from right to left would come out reversed: they are treated as characters the font lacks. */
export const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Thousandths of the size. Two letters of a word that are the same and nearer to each other than a tenth of the size are one to poppler. */
const UNSEEN_LETTER = 15
/** Poppler and pdf.js take a gap for a blank from about a tenth of the size on. */
export const UNSEEN_BLANK = 108

/** One face of a family: measures words and collects the glyphs that the file must embed. */
export class Face {
  readonly #embedded: EmbeddedFont
  readonly #kerning: Kerning
  readonly #scale: number
  readonly #words = new Map<string, Shaped>()
  readonly #codes = new Map<string, Glyph>()
  readonly #missing: (char: string) => void
  readonly #substitute: string
  /** Thousandths of the size, upwards from the baseline. */
  readonly xHeight: number
  readonly capHeight: number
  readonly space: Shaped

  constructor(
    embedded: EmbeddedFont,
    bytes: Uint8Array,
    /** Told of a character the face cannot draw, when it is first asked for. */
    missing: (char: string) => void,
    /** Drawn with an outline and a slant where the family has no such face. */
    readonly imitates: { readonly bold: boolean; readonly italic: boolean } = { bold: false, italic: false },
  ) {
    const font = embedded.font
    this.#embedded = embedded
    this.#kerning = readKerning(bytes)
    this.#scale = 1000 / font.unitsPerEm
    this.#missing = missing
    this.#substitute = SUBSTITUTES.find((char) => font.hasGlyphForCodePoint(codePointOf(char))) ?? ' '
    this.xHeight = (font.xHeight || font.ascent / 2) * this.#scale
    this.capHeight = (font.capHeight || font.ascent * 0.7) * this.#scale
    this.space = this.shape(' ')
  }

  /** The name of the font in content streams, and its object. */
  get resource(): EmbeddedFont {
    return this.#embedded
  }

  /** Whether a character can be drawn as it is. */
  covers(char: string): boolean {
    if (CURLS.has(char)) return true
    return !RIGHT_TO_LEFT.test(char) && !MEANINGLESS.test(char) && this.#embedded.font.hasGlyphForCodePoint(codePointOf(char))
  }

  shape(word: string): Shaped {
    const known = this.#words.get(word)
    if (known) return known
    let codes = ''
    let width = 0
    let previous = -1
    for (const char of word) {
      const glyph = this.#glyph(char)
      if (previous >= 0) {
        const kern = this.#kerning(previous, glyph.glyph) * this.#scale
        if (kern !== 0) {
          codes += `)${-Math.round(kern)}(`
          width += Math.round(kern)
        }
      }
      codes += glyph.bytes
      width += glyph.width
      previous = glyph.glyph
    }
    const shaped = { codes, width }
    this.#words.set(word, shaped)
    return shaped
  }

  /**
   * A word that is read and copied but not drawn, in hardly any room: with a blank before or behind it that every reader of PDF takes for
   * one, and how far its letters are squeezed, in per cent. Shaped under that scale.
   */
  unseen(word: string, blank: 'before' | 'behind'): { readonly shaped: Shaped; readonly scale: number } {
    const { codes, width } = this.shape(word)
    const room = [...word].length * UNSEEN_LETTER
    const scale = room / Math.max(1, width)
    const kern = `)${-Math.round((UNSEEN_BLANK - this.space.width * scale) / scale)}(`
    const gap = this.space.codes + kern
    return {
      shaped: { codes: blank === 'before' ? gap + codes : codes + gap, width: room + UNSEEN_BLANK },
      scale: Math.round(scale * 1e4) / 100,
    }
  }

  width(text: string, size: number): number {
    return (this.shape(text).width * size) / 1000
  }

  /** The first of the characters that the face has. */
  #first(chars: string): string {
    return [...chars].find((char) => this.covers(char)) ?? chars.slice(-1)
  }

  /**
   * Every character has a code of its own, also where the font draws two alike (a hyphen and a non-breaking one), so that the text
   * read from the file is the text that was written. A substitute keeps the text of what it stands for.
   */
  #glyph(char: string): Glyph {
    const known = this.#codes.get(char)
    if (known) return known
    const point = codePointOf(char)
    const font = this.#embedded.font
    const curl = CURLS.get(char)
    const wanted = curl ? this.#first(curl) : char
    const drawable = this.covers(wanted)
    if (!drawable) this.#missing(wanted)
    const drawn = codePointOf(drawable ? wanted : this.#substitute)
    const { id, advanceWidth } = font.glyphForCodePoint(drawn)
    const width = Math.round(advanceWidth * this.#scale * 1000) / 1000
    const code = this.#embedded.subset.glyphs.push(id) - 1
    this.#embedded.unicode[code] = [curl ? curl.charCodeAt(1) : MEANINGLESS.test(char) ? REPLACEMENT : point]
    this.#embedded.widths[code] = width
    const entry = { bytes: bytesOf(code), glyph: id, width }
    this.#codes.set(char, entry)
    return entry
  }
}

type Embed = (name: string, bytes: Uint8Array) => EmbeddedFont

/** The four faces of a document, and a family that helps out where they lack a character. */
export class Family {
  readonly #lacking = new Map<string, string | undefined>()
  /** The name of the block that is being set. */
  at: string | undefined
  readonly #faces: readonly Face[]
  readonly #mono: (() => Face) | undefined
  readonly #open: (() => Family) | undefined
  #helper: Family | undefined
  #code: Face | undefined

  constructor(files: FontFiles, embed: Embed, help?: FontFiles, prefix = '') {
    const { regular, bold, italic, boldItalic } = files
    const mono = files.mono ?? help?.mono
    this.#mono =
      mono &&
      (() => {
        const bytes = mono()
        return new Face(embed(`${prefix}mono`, bytes), bytes, (char) => this.#lack(char))
      })
    const face = (
      own: Uint8Array | undefined,
      others: readonly (readonly [Uint8Array | undefined, boolean, boolean])[],
    ): Face => {
      const [bytes, isBold, isItalic] = [[own, false, false] as const, ...others].find(([candidate]) => candidate) ?? [
        regular,
        true,
        true,
      ]
      const file = bytes ?? regular
      return new Face(embed(`${prefix}${Object.values(files).indexOf(file)}`, file), file, (char) => this.#lack(char), {
        bold: isBold,
        italic: isItalic,
      })
    }
    this.#faces = [
      face(regular, []),
      face(bold, [[regular, true, false]]),
      face(italic, [[regular, false, true]]),
      face(boldItalic, [
        [bold, false, true],
        [italic, true, false],
      ]),
    ]
    // Opened when it is needed, which is seldom.
    this.#open = help && (() => new Family(help, embed, undefined, 'help'))
  }

  face(bold: boolean, italic: boolean): Face {
    return this.#faces[(bold ? 1 : 0) + (italic ? 2 : 0)] as Face
  }

  /** The face of code: every letter as wide as the others, where the family has one. */
  code(): Face {
    this.#code ??= this.#mono?.() ?? this.face(false, false)
    return this.#code
  }

  /** The face that draws a character: the one asked for, or that of the helping family where only that one has it. */
  faceFor(char: string, face: Face): Face {
    if (face.covers(char)) return face
    const plain = this.face(false, false)
    if (face === this.#code && plain.covers(char)) return plain
    if (!this.#open) return face
    this.#helper ??= this.#open()
    const other = this.#helper.#faces[Math.max(0, this.#faces.indexOf(face))] as Face
    return other.covers(char) ? other : face
  }

  #lack(char: string): void {
    if (!this.#lacking.has(char)) this.#lacking.set(char, this.at)
  }

  /** Characters that are asked for and that no face can draw, with the name of the block in or after which each first stands. */
  get missing(): readonly { readonly char: string; readonly at: string | undefined }[] {
    const help = this.#helper?.face(false, false)
    return [...this.#lacking].filter(([char]) => !help?.covers(char)).map(([char, at]) => ({ char, at }))
  }
}

/** Characters that take no room and say nothing to a reader of print, and line ends, which are spaces here. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]|[\0-\x08\x0e-\x1f\x7f-\x9f]/g

/** The characters as they are drawn: composed, without control characters, a space for every kind of blank that is one. */
export function drawable(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  const plain = text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
  return plain.replace(/[\t\n\v\f\r\u2028\u2029]/g, ' ')
}
