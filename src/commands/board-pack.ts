import { append, hasErrors, type Message } from '../model/index.js'
import { presentResolution } from '../papers/decisions/index.js'
import { presentConcordance, presentMemo, presentWasWordt } from '../papers/index.js'
import { render } from '../render/index.js'
import {
  assetsOf,
  type Compared,
  type ComparedVersions,
  type Context,
  compareNamed,
  endingOf,
  type FormatName,
  homeOf,
  langOf,
  type Making,
  NOTHING_WRITTEN,
  type Outcome,
  type Paper,
  presentTracked,
  publish,
  reportOn,
  type Signature,
  signatureOf,
  versionsInName,
} from '../secretariat/index.js'
import { type Output, outPath } from '../workspace/index.js'
import { decisionOn } from './decision-papers.js'

export interface BoardPackReport {
  readonly schema: 'clausule/board-pack@1'
  /** From the root of the workspace. */
  readonly written: readonly string[]
  /** Content hashes of the two texts that all papers are about. */
  readonly hashes?: { readonly old: string; readonly new: string }
  readonly messages: readonly Message[]
}

/** The papers of a pack, by the name of the file. */
const PACK: readonly (readonly [name: string, format: FormatName, paper: (of: ComparedVersions, context: Context) => Paper])[] = [
  ['memo', 'pdf', () => presentMemo],
  ['wasWordt', 'pdf', () => presentWasWordt],
  ['redline', 'pdf', () => presentTracked],
  ['concordance', 'pdf', () => presentConcordance],
  ['resolution', 'pdf', resolution],
  ['resolution', 'docx', resolution],
  ['redline', 'html', () => presentTracked],
  ['redline', 'docx', () => presentTracked],
  ['data', 'json', () => presentTracked],
]

/** The resolution on the second of two texts. */
export function resolution(of: ComparedVersions, context: Context): Paper {
  return () => presentResolution(decisionOn(context, of))
}

/**
 * Makes the papers a board decides on, in `out/<organisation>/<policy>-<old>--<new>/`: memo, was–wordt–waarom, redline and concordance
 * as PDF, the resolution as PDF and Word, the redline as a page and as a Word file with tracked changes, the comparison as JSON. All or nothing.
 */
export async function boardPack(
  context: Context,
  names: readonly string[],
  signature: Signature = {},
): Promise<Outcome<BoardPackReport>> {
  const { value, ...making } = await packOf(context, names, signature)
  const published = publish(context, making)
  return {
    ...published,
    ...(value ? { lang: langOf(value) } : {}),
    text: (paint, say) => (making.outputs.length > 0 ? published.text(paint, say) : say(NOTHING_WRITTEN)),
    data: {
      schema: 'clausule/board-pack@1',
      written: published.shown,
      ...(value ? { hashes: { old: value.comparison.old.hash, new: value.comparison.next.hash } } : {}),
      messages: published.messages,
    },
  }
}

/** What `board-pack` makes, without writing it. */
export async function packOf(
  context: Context,
  names: readonly string[],
  signature: Signature = {},
  wanted: (path: string, paper: string) => boolean = () => true,
): Promise<Making & Pick<Compared, 'value'>> {
  const { value, messages: compared } = compareNamed(context, names)
  const messages: Message[] = [...compared]
  const outputs: Output[] = []
  if (value && !hasErrors(messages)) {
    const home = homeOf(context)
    const folder = [...(value.owner === undefined ? [] : [value.owner]), `${value.name}-${versionsInName(value)}`]
    const assets = assetsOf(context, langOf(value), signatureOf(context, value, signature))
    for (const [name, format, paper] of PACK) {
      const title = assets.wording(`versions.file.${name}`)
      const path = outPath(home, ...folder, `${title}.${endingOf(format)}`)
      if (!wanted(path, name)) continue
      context.progress?.({ phrase: 'doing.making', values: { file: `${title}.${endingOf(format)}` } })
      const { value: bytes, messages: found } = await render(reportOn(value, paper(value, context)), format, assets)
      append(messages, found)
      outputs.push({ path, bytes })
    }
  }
  return { ...(value ? { value } : {}), outputs, messages }
}
