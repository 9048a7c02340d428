import { basename } from 'node:path'
import { hasErrors, type Message } from '../model/index.js'
import { type Attachment, type Document, policyData, presentPolicy } from '../present/index.js'
import { renderHtml } from '../render/html/index.js'
import { renderMarkdown } from '../render/markdown/index.js'
import type { Resolved } from '../resolve/index.js'
import {
  defaultFonts,
  type Loaded,
  type LoadedOrganisation,
  loadLayout,
  loadWording,
  type Output,
  outPath,
  showPath,
  writeOutputs,
} from '../workspace/index.js'
import { brandOf } from './brand.js'
import { type Context, type Outcome, requireWorkspace } from './context.js'
import { type BuildFormat, endingOf } from './formats.js'
import { judge } from './lint.js'
import { selectPolicies } from './select.js'

export interface BuildReport {
  readonly schema: 'clausule/build@1'
  readonly written: readonly string[]
  readonly messages: readonly Message[]
}

/**
 * Publishes policies into `out/<organisation>/<policy>-<version>.<extension>`; all working texts when none is named. All or nothing: with
 * an error in any of them no file is touched.
 */
export async function build(
  context: Context,
  names: readonly string[],
  { format }: { format: BuildFormat },
): Promise<Outcome<BuildReport>> {
  const workspace = requireWorkspace(context)
  const selected = selectPolicies(context, names, { own: true })
  const messages: Message[] = [...selected.messages]
  const judged = selected.value.map((loaded) => {
    const { messages: found, ...rest } = judge(context, loaded)
    messages.push(...found)
    if (rest.organisation === undefined && !hasErrors(found)) messages.push(homeless(loaded))
    return { loaded, ...rest }
  })

  const outputs: Output[] = []
  if (!hasErrors(messages)) {
    for (const { loaded, resolved, organisation } of judged) {
      if (!organisation) continue
      context.progress?.(`Building ${loaded.ref}`)
      const made = await publish(context, loaded, resolved, organisation, format)
      messages.push(...made.messages)
      const { version = 'unversioned' } = resolved.policy.metadata
      const owner = loaded.entry?.organisation ?? resolved.policy.metadata.organisation ?? 'unnamed'
      const name = loaded.entry?.policy ?? basename(loaded.path, '.md')
      outputs.push({ path: outPath(workspace, owner, `${name}-${version}.${endingOf(format)}`), bytes: made.bytes })
    }
  }
  messages.push(...collisions(outputs, (path) => showPath(workspace, path)))
  const write = !hasErrors(messages)
  if (write) writeOutputs(outputs)
  const written = write ? outputs.map(({ path }) => showPath(workspace, path)) : []
  return {
    messages,
    data: { schema: 'clausule/build@1', written, messages },
    text: (paint) => (write ? written.map((path) => `${paint('green', 'made')} ${path}`).join('\n') : 'Nothing was written.'),
    written: write ? outputs.map(({ path }) => path) : [],
  }
}

/** Two policies whose names become one file name would overwrite each other. */
function collisions(outputs: readonly Output[], show: (path: string) => string): Message[] {
  const again = outputs.filter(({ path }, i) => outputs.findIndex((other) => other.path === path) < i)
  return again.map(({ path }) => ({
    rule: 'file/collision',
    severity: 'error',
    reason: `Unexpected second output "${show(path)}", expected policies whose file names and versions differ`,
    place: { file: show(path), line: 1, column: 1 },
  }))
}

const homeless = ({ policy }: Loaded): Message => ({
  rule: 'front-matter/missing-key',
  severity: 'error',
  reason: 'Unexpected absence of "organisation", expected the name of a folder in policies/',
  place: { file: policy.file, line: 1, column: 1 },
})

async function publish(
  { workspace }: Context,
  loaded: Loaded,
  resolved: Resolved,
  owner: LoadedOrganisation,
  format: BuildFormat,
): Promise<{ bytes: Uint8Array | string; messages: readonly Message[] }> {
  const data = `${JSON.stringify(policyData(resolved, loaded.ref), null, 2)}\n`
  if (format === 'json') return { bytes: data, messages: [] }

  const { lang } = resolved.policy.metadata
  const wording = loadWording(workspace, lang)
  const brand = brandOf(owner)
  if (hasErrors(brand.messages)) return { bytes: '', messages: brand.messages }
  const attachments: Attachment[] = [
    {
      name: `${basename(loaded.path)}`,
      mediaType: 'text/markdown',
      description: wording('attachment.source'),
      bytes: loaded.bytes,
    },
    {
      name: `${basename(loaded.path, '.md')}.json`,
      mediaType: 'application/json',
      description: wording('attachment.data'),
      bytes: new TextEncoder().encode(data),
    },
  ]
  const document = presentPolicy(resolved, { organisation: owner.organisation, brand: brand.value, wording, attachments })
  const rendered = await render(document, format, wording, () => loadLayout(workspace))
  return { bytes: rendered.value, messages: [...brand.messages, ...rendered.messages] }
}

async function render(
  document: Document,
  format: Exclude<BuildFormat, 'json'>,
  wording: Parameters<typeof renderHtml>[1]['wording'],
  layout: () => Parameters<typeof renderHtml>[1]['layout'],
) {
  switch (format) {
    case 'html':
      return renderHtml(document, { layout: layout(), wording })
    case 'markdown':
      return renderMarkdown(document, { wording })
    case 'docx': {
      const { renderDocx } = await import('../render/docx/index.js')
      return renderDocx(document, { author: document.properties.author, date: document.properties.date })
    }
    case 'pdf': {
      // The press is by far the largest part of the program: only those who print load it.
      const { renderPdf } = await import('../render/pdf/index.js')
      return renderPdf(document, { fonts: defaultFonts() })
    }
  }
}
