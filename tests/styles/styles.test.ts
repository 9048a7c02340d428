import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { checkPdf } from '../../src/check/index.js'
import { type BrandSettings, STYLE_NAMES } from '../../src/model/index.js'
import { presentPolicy, resolveBrand } from '../../src/present/index.js'
import { render } from '../../src/render/index.js'
import { defaultFonts, loadLayout, loadWording } from '../../src/workspace/index.js'
import { resolved } from '../support/policy.js'

const POLICY = resolved(
  '# Regels {#regels}\n\nLever hem in bij `balie` en zeg "ja" → ✓. {#balie}\n',
  'title: Telefoons\nstatus: adopted\nroute: [{ body: MR, right: adoption }]\n',
)

async function print(settings: BrandSettings) {
  const wording = loadWording(undefined, 'nl')
  const organisation = { name: 'De Linde', brand: settings }
  const document = presentPolicy(POLICY, {
    organisation,
    brand: resolveBrand(settings, new Map()).value,
    wording,
    attachments: [],
  })
  const assets = { wording, layout: () => loadLayout(undefined), fonts: defaultFonts }
  const { value, messages } = await render({ document: () => document, data: () => ({}) }, 'pdf', assets)
  return { document, messages, bytes: value as Uint8Array }
}

/** The names of the embedded fonts, without the letters of their subset. */
const families = (bytes: Uint8Array): string[] => [
  ...new Set(
    [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/BaseFont \/[A-Z]{6}\+([A-Za-z0-9]+)/g),
    ].map(([, name]) => name as string),
  ),
]

describe('a style', () => {
  it.each([
    ['board', 'Inter', ['head', 'approvals', 'contents', 'body', 'colophon']],
    ['booklet', 'SourceSerif4', ['cover', 'contents', 'body', 'approvals', 'colophon']],
    ['plain', 'AtkinsonHyperlegible', ['head', 'contents', 'body', 'approvals', 'colophon']],
  ] as const)('%s has its letters and its parts, and is as accessible as any', async (style, family, parts) => {
    const { document, messages, bytes } = await print({ style })
    expect(messages).toEqual([])
    const report = checkPdf(bytes)
    expect(report.problems).toEqual([])
    expect(report.words).toContain('Lever hem in bij balie en zeg "ja" → ✓.')
    expect(families(bytes)).toEqual(expect.arrayContaining([family, 'SourceCodePro']))
    const shown = document.children.map((block) =>
      block.type === 'division' ? block.role : block.type === 'cover' && block.head ? 'head' : block.type,
    )
    expect(shown).toEqual(parts)
    expect(STYLE_NAMES).toContain(style)
  })

  it('gives way to what the organisation says itself', async () => {
    const { document } = await print({ style: 'plain', cover: 'frame', parts: ['cover', 'body'] })
    expect(document.brand.cover).toBe('frame')
    expect(document.children.map(({ type }) => type)).toEqual(['cover', 'division'])
  })

  it('of large letters sets larger ones', async () => {
    const heights = async (settings: BrandSettings) => {
      const { bytes } = await print({ parts: ['body'], ...settings })
      const page = await (await getDocument({ data: bytes, verbosity: 0 }).promise).getPage(1)
      const { items } = await page.getTextContent()
      return items.flatMap((item) => ('str' in item && item.str.startsWith('Lever') ? [item.height] : []))[0]
    }
    expect(await heights({ style: 'plain' })).toBeCloseTo(1.12 * 10.5, 1)
    expect(await heights({})).toBeCloseTo(10.5, 1)
  })
})
