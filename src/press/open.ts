import type { FontSource } from './adapter.js'
import type { FontFiles } from './fonts.js'
import { readTrueType } from './truetype.js'

/** Opens the fonts of these families. Throws where a file is no font. */
export async function fontOpener(families: readonly (FontFiles | undefined)[]): Promise<(bytes: Uint8Array) => FontSource> {
  const files = families.flatMap((family) => (family ? filesOf(family) : []))
  // Only documents whose brand has fonts of another kind pay for the package.
  const create = files.every((bytes) => readTrueType(bytes)) ? undefined : (await import('fontkit')).create
  return (bytes) => readTrueType(bytes) ?? (create as NonNullable<typeof create>)(bytes)
}

const filesOf = ({ regular, bold, italic, boldItalic, mono }: FontFiles): Uint8Array[] =>
  [regular, bold, italic, boldItalic, mono?.()].flatMap((bytes) => (bytes ? [bytes] : []))
