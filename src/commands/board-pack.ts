import { toComparisonJson } from '../compare/versions/index.js'
import { hasErrors, type Message } from '../model/index.js'
import { type Document, presentConcordance, presentMemo, presentRedline, presentWasWordt } from '../present/index.js'
import { type Output, outPath, showPath, writeOutputs } from '../workspace/index.js'
import type { Context, Outcome } from './context.js'
import { compareNamed, renderPage, renderPress, renderWord, type Signature, versionsInName } from './versions.js'

export interface BoardPackReport {
  readonly schema: 'clausule/board-pack@1'
  /** From the root of the workspace. */
  readonly written: readonly string[]
  /** Content hashes of the two texts that all papers are about. */
  readonly hashes?: { readonly old: string; readonly new: string }
  readonly messages: readonly Message[]
}

/**
 * Makes the papers a board decides on, in `out/<organisation>/<policy>-<old>--<new>/`: memo, was–wordt–waarom, redline and concordance
 * as PDF, the redline as a page and as a Word file with tracked changes, the comparison as JSON. All or nothing.
 */
export async function boardPack(
  context: Context,
  names: readonly string[],
  signature: Signature = {},
): Promise<Outcome<BoardPackReport>> {
  const { value, messages: found } = compareNamed(context, names)
  const messages: Message[] = [...found]
  const outputs: Output[] = []
  if (value && !hasErrors(messages)) {
    const { comparison, setting } = value
    const { wording } = setting
    const home = context.workspace ?? { root: context.cwd, cwd: context.cwd }
    const folder = [...(value.owner === undefined ? [] : [value.owner]), `${value.name}-${versionsInName(value)}`]
    const add = (name: string, extension: string, made: { value: Uint8Array | string; messages: readonly Message[] }) => {
      messages.push(...made.messages)
      outputs.push({ path: outPath(home, ...folder, `${wording(`versions.file.${name}`)}.${extension}`), bytes: made.value })
    }
    const redline = presentRedline(comparison, setting)
    const papers: readonly (readonly [name: string, document: Document])[] = [
      ['memo', presentMemo(comparison, setting)],
      ['wasWordt', presentWasWordt(comparison, setting)],
      ['redline', redline],
      ['concordance', presentConcordance(comparison, setting)],
    ]
    for (const [name, document] of papers) {
      context.progress?.(`Printing ${document.title}`)
      add(name, 'pdf', await renderPress(document))
    }
    add('redline', 'html', renderPage(context, redline, wording))
    add('redline', 'docx', await renderWord(value, signature))
    add('data', 'json', { value: `${JSON.stringify(toComparisonJson(comparison), null, 2)}\n`, messages: [] })
  }
  const write = outputs.length > 0 && !hasErrors(messages)
  if (write) writeOutputs(outputs)
  const written = write ? outputs.map(({ path }) => showPath(context.workspace, path)) : []
  return {
    messages,
    data: {
      schema: 'clausule/board-pack@1',
      written,
      ...(value ? { hashes: { old: value.comparison.old.hash, new: value.comparison.next.hash } } : {}),
      messages,
    },
    text: (paint) => (write ? written.map((path) => `${paint('green', 'made')} ${path}`).join('\n') : 'Nothing was written.'),
    written: write ? outputs.map(({ path }) => path) : [],
  }
}
