import { basename } from 'node:path'
import { contentOfPaper, type PaperContent, paperDifferences } from '../check/index.js'
import { encoded, type Message } from '../model/index.js'
import { type Context, type FormatName, withWritten } from '../secretariat/index.js'
import { papersOf } from './build.js'
import { textOf, textsOf, type VerifiedText } from './verify-changes.js'

/** A paper that is of a text nobody released. */
interface Unreleased {
  readonly verdict: 'untouched' | 'same-words'
  readonly about: VerifiedText
  readonly policy: string
  readonly messages: readonly Message[]
}

/**
 * Holds a file against what is made of texts that are no releases: words that were put before bodies, and working texts. Undefined where it is of
 * none of them.
 */
export async function judgeUnreleased(
  context: Context,
  {
    base,
    found,
    format,
    place,
  }: { base: Uint8Array; found: PaperContent; format: FormatName; place: NonNullable<Message['place']> },
): Promise<Unreleased | undefined> {
  for (const { hash, loaded: text } of textsOf(context)) {
    const { origin, entry, bytes } = text
    if (origin === 'release' || !entry) continue
    const about = textOf(context, hash, text)
    if (about.standing !== 'proposed' && about.standing !== 'draft') continue
    // A copy that was kept is printed as it was put forward: as the working text.
    const then = origin === 'working' ? context : withWritten(context, [{ path: entry.path, bytes }])
    for (const paper of [undefined, 'resolution'] as const) {
      if (paper !== undefined && format === 'json') break
      const [output] = (await papersOf(then, [entry.name], [format], paper)).outputs
      if (!output) continue
      const made = encoded(output.bytes)
      const isUntouched = Buffer.compare(made, base) === 0
      const content = isUntouched ? undefined : await contentOfPaper(made, format, basename(place.file ?? ''))
      const differs = content ? paperDifferences(content, found, entry.name, place) : []
      if (!isUntouched && !(content && differs.every(({ form }) => form === 'beside'))) continue
      const unreleased: Message = { rule: 'paper/unknown', form: about.standing, severity: 'error', place }
      const verdict = isUntouched ? 'untouched' : 'same-words'
      return { verdict, about, policy: entry.name, messages: [...differs, unreleased] }
    }
  }
  return undefined
}
