import { basename, join, resolve as resolvePath } from 'node:path'
import { importDocument } from '../import/index.js'
import type { Message } from '../model/index.js'
import { type Context, filesOf, UsageError } from '../secretariat/index.js'
import { olderFormat } from '../sources/index.js'
import { findOffice } from '../workspace/index.js'

/** A file as it is read: of an older format, the Word file that LibreOffice makes of it, where it is installed. */
export function asRead(bytes: Uint8Array, file: string, messages: Message[]): Uint8Array {
  const older = olderFormat(bytes)
  const made = older && findOffice()?.toDocx(bytes, older)
  if (!older || !made) return bytes
  const kind = older.toUpperCase()
  messages.push({
    rule: 'import/format',
    form: 'converted',
    values: { kind },
    severity: 'warning',
    place: { file, line: 1, column: 1 },
  })
  return made
}

/** The organisation a document names itself; undefined where it names none. */
export async function organisationIn(bytes: Uint8Array, file: string): Promise<string | undefined> {
  return (await importDocument(bytes, basename(file))).value?.organisation
}

// What a folder is searched for; any other file has to be named itself.
const DOCUMENT = /\.(?:docx?|docm|odt|rtf|pdf|html?|md|txt)$/i

/** The documents a path stands for: itself, or those directly in a folder, by name. */
export function documentsIn(context: Context, path: string): string[] {
  const files = filesOf(context)
  const folder = resolvePath(context.cwd, path)
  if (files.kindOf(folder) !== 'folder') return [path]
  const found = files.list(folder).flatMap(({ name, kind }) => (kind === 'file' && DOCUMENT.test(name) ? [join(path, name)] : []))
  if (found.length === 0) throw new UsageError({ phrase: 'usage.folder-empty', values: { path } })
  return found.sort()
}
