import { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { changeHash } from '../../src/decide/index.js'
import { schema, toEditor } from '../../src/edit/index.js'
import { readPolicy } from '../../src/read/index.js'
import { desk, linde, ROOT, type TestDesk } from './support.js'

const MEDIA = `---
title: Media
organisation: linde
version: 1.1.0
status: draft
lang: nl
parameters:
  school: De Linde
---

# Foto's {#fotos}

1. {{school}} vraagt toestemming. {#toestemming}
2. Daarna mag de foto op de website. {#website}
`

const FILE = `${ROOT}/policies/linde/media.md`
const EDIT = '/policies/linde/media/edit'

interface Answer {
  readonly status: number
  readonly value: {
    readonly seen: string
    readonly named: readonly (readonly [number, string])[]
    readonly doc: object
    readonly reason: string
  }
}

interface Found {
  readonly rule: string
  readonly pos?: number
  readonly mend?: object
}

interface Changed {
  readonly id?: string
  readonly significance: string
  readonly html: string
}

async function asked({ ask, token }: TestDesk, value: object, path = EDIT): Promise<Answer> {
  const headers = { origin: 'http://127.0.0.1:4711', 'content-type': 'application/json', 'x-clausule': token }
  const response = await ask(path, { method: 'POST', headers, body: JSON.stringify(value) })
  return { status: response.status, value: (await response.json()) as Answer['value'] }
}

interface Judged {
  readonly findings: readonly Found[]
  readonly changes: { readonly count: number; readonly summary: string; readonly entries: readonly Changed[] }
}

const judged = async (open: TestDesk, doc: Node, at?: number) =>
  (await asked(open, { doc: doc.toJSON(), ...(at === undefined ? {} : { open: at }) }, `${EDIT}/judge`))
    .value as unknown as Judged

const fileOf = ({ files }: TestDesk): string => new TextDecoder().decode(files.read(FILE))

/** What the page of the editor begins with. */
async function opened({ ask }: TestDesk): Promise<{ doc: Node; seen: string }> {
  const page = await (await ask(EDIT)).text()
  const data = /data-editor="([^"]*)"/.exec(page)?.[1] ?? '{}'
  const { doc, seen } = JSON.parse(
    data.replace(/&#x([0-9A-F]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))),
  )
  return { doc: Node.fromJSON(schema, doc), seen }
}

const documentOf = (source: string) => toEditor(readPolicy(source, 'media.md').value)

describe('the page of the editor', () => {
  it('begins with the text, its tools, and a way without a script', async () => {
    const open = await desk(linde(MEDIA))
    expect((await opened(open)).doc.toJSON()).toEqual(documentOf(MEDIA).toJSON())
    const page = await (await open.ask(EDIT)).text()
    expect(page).toContain('src="/assets/editor.js"')
    expect(page).toMatch(/<noscript>.*\/policies\/linde\/media\/source/s)
  })

  it('puts no markup of a text on the page but as words', async () => {
    const page = await (await (await desk(linde(`${MEDIA}\n<script>alert("1")</script>\n`))).ask(EDIT)).text()
    // Inside a value `<` is a letter like others; a quotation mark would end it.
    expect(page.replace(/data-editor="[^"]*"/, '')).not.toContain('alert')
  })

  it('writes what was typed, gives new clauses a name, and leaves the one that is being written without', async () => {
    const open = await desk(linde(MEDIA))
    const { seen } = await opened(open)
    const typed = MEDIA.replace('{#website}\n', '{#website}\n3. Wie bezwaar heeft, meldt dat.\n4. Nog\n')
    const doc = documentOf(typed)
    const at = doc.content.size - 3
    const { value, status } = await asked(open, { act: 'save', doc: doc.toJSON(), seen, open: at })
    expect(status).toBe(200)
    expect(value.named.map(([, id]) => id)).toEqual(['bezwaar-meldt'])
    expect(fileOf(open)).toBe(typed.replace('meldt dat.', 'meldt dat. {#bezwaar-meldt}'))
  })

  it('gives no clause an id that another had: in a release, in the text, or on the page', async () => {
    const release = MEDIA.replace('1.1.0', '1.0.0').replace('draft', 'adopted')
    const gone = '3. Ouders klagen mondeling bij de directie. {#ouders-klagen-mondeling}\n'
    const open = await desk({
      ...linde(MEDIA + gone),
      [`${ROOT}/policies/linde/releases/media@1.0.0.md`]: `${release}3. Leraren filmen niet. {#leraren-filmen}\n`,
    })
    const { seen } = await opened(open)
    const typed = `${MEDIA}3. Leraren filmen.\n4. Ouders klagen mondeling.\n5. Bezoekers bellen.\n`
    const { value } = await asked(open, { act: 'save', doc: documentOf(typed).toJSON(), seen, gone: ['bezoekers-bellen'] })
    expect(value.named.map(([, id]) => id)).toEqual([
      'fotos-leraren-filmen',
      'fotos-ouders-klagen-mondeling',
      'fotos-bezoekers-bellen',
    ])
  })

  it.each([
    ['is no text', new Uint8Array([...new TextEncoder().encode(MEDIA), 0xff, 0xfe, 0x0a])],
    ['has front matter without an end', new TextEncoder().encode(MEDIA.replace('\n---\n\n#', '\n\n#'))],
  ])('offers no editor for a file that %s, and saves nothing in it', async (_, bytes) => {
    const open = await desk(linde(MEDIA))
    const { seen } = await opened(open)
    open.files.write(ROOT, [{ path: FILE, bytes }])
    const page = await (await open.ask(EDIT)).text()
    expect(page).not.toContain('data-editor')
    expect(page).toContain('cannot be read as a whole')
    const { status, value } = await asked(open, { act: 'save', doc: documentOf(MEDIA).toJSON(), seen })
    expect([status, value.reason]).toEqual([422, expect.stringContaining('cannot be read as a whole')])
    const field = await asked(open, { act: 'parameter', name: 'school', value: 'De Eik', seen })
    expect(field.status).toBe(422)
    expect(open.files.read(FILE)).toEqual(bytes)
  })

  it('does not write over a file that changed, and gives what stands there', async () => {
    const open = await desk(linde(MEDIA))
    const { seen } = await opened(open)
    const other = MEDIA.replace('Daarna', 'Pas daarna')
    open.files.write(ROOT, [{ path: FILE, bytes: other }])
    const { value, status } = await asked(open, { act: 'save', doc: documentOf(MEDIA).toJSON(), seen })
    expect(status).toBe(409)
    expect(Node.fromJSON(schema, value.doc).eq(documentOf(other))).toBe(true)
    expect(fileOf(open)).toBe(other)
  })

  it.each([
    ['a document of another schema', { act: 'save', doc: { type: 'doc', content: [{ type: 'script' }] }, seen: '' }],
    ['a document that breaks the schema', { act: 'save', doc: { type: 'doc', content: [{ type: 'item' }] }, seen: '' }],
    ['no document', { act: 'save', seen: '' }],
    ['nothing', null as unknown as object],
  ])('refuses %s', async (_, sent) => {
    const open = await desk(linde(MEDIA))
    expect((await asked(open, sent)).status).toBe(400)
    expect(fileOf(open)).toBe(MEDIA)
  })

  it('says so when no file can hold the words', async () => {
    const open = await desk(linde(MEDIA))
    const { seen } = await opened(open)
    const doc = documentOf(MEDIA)
    const long = doc
      .replace(1, 1, doc.slice(0, 0))
      .type.create(null, [schema.nodes.paragraph.create(null, schema.text('x'.repeat(600)))])
    const { status, value } = await asked(open, { act: 'save', doc: long.toJSON(), seen })
    expect(status).toBe(422)
    expect(value.reason).toContain('file')
    expect(fileOf(open)).toBe(MEDIA)
  })

  it('fills in a parameter and a reason without touching the text', async () => {
    const open = await desk(linde(MEDIA))
    const { seen } = await opened(open)
    const first = await asked(open, { act: 'parameter', name: 'school', value: 'De Eik', seen })
    expect(fileOf(open)).toBe(MEDIA.replace('De Linde', 'De Eik'))
    await asked(open, { act: 'why', id: 'website', why: 'De site is nieuw.', seen: first.value.seen })
    const { value } = readPolicy(fileOf(open), '')
    expect(value.metadata.changes).toEqual({ website: { why: 'De site is nieuw.', text: changeHash(value, 'website') } })
    expect(fileOf(open)).toContain(MEDIA.slice(MEDIA.indexOf('# Foto')))
  })

  it('judges a text that is not written yet', async () => {
    const release = MEDIA.replace('1.1.0', '1.0.0').replace('draft', 'adopted')
    const open = await desk({ ...linde(MEDIA), [`${ROOT}/policies/linde/releases/media@1.0.0.md`]: release })
    const typed = MEDIA.replace('mag de', 'mag de de').replace('website. {', 'website, zie [](#weg). {')
    const doc = documentOf(typed)
    const { findings, changes } = await judged(open, doc)
    const found = (rule: string) => findings.find((each) => each.rule === rule)
    let website: number | undefined
    doc.descendants((node, pos) => {
      if (node.attrs.id === 'website') website = pos
    })
    expect(found('reference/unresolved')?.pos).toBe(website)
    expect(found('word/slip')).toMatchObject({ pos: website, mend: { was: 'de de', becomes: 'de' } })
    expect(changes.entries.map(({ id, significance }) => [id, significance])).toEqual([['website', 'substantive']])
    expect(changes.entries[0]?.html).toContain('<ins>')
    expect(fileOf(open)).toBe(MEDIA)
  })

  it('tells of a clause without an id what lint tells of it: it would be saved so', async () => {
    const open = await desk(linde(MEDIA))
    const doc = documentOf(`${MEDIA}3. Een regel die nog wordt getypt.\n`)
    // The cursor stands in its last word.
    const last = doc.content.size - 5
    const told = (await judged(open, doc, last)).findings.map(({ rule }) => rule)
    expect(told).toContain('id/missing')
    expect((await judged(open, documentOf(MEDIA))).findings.map(({ rule }) => rule)).not.toContain('id/missing')
  })

  it('says that something beside the clauses is otherwise than in the release, where no clause is', async () => {
    const release = MEDIA.replace('1.1.0', '1.0.0').replace('draft', 'adopted\neffective: 2024-08-01')
    const open = await desk({ ...linde(MEDIA), [`${ROOT}/policies/linde/releases/media@1.0.0.md`]: release })
    const { count, summary } = (await judged(open, documentOf(MEDIA))).changes
    expect([count, summary]).toEqual([0, 'The two texts are the same; what the policy says of itself is not.'])
  })

  it('counts all that changed where it cannot show all', async () => {
    const release = MEDIA.replace('1.1.0', '1.0.0').replace('draft', 'adopted')
    const open = await desk({ ...linde(MEDIA), [`${ROOT}/policies/linde/releases/media@1.0.0.md`]: release })
    const more = Array.from({ length: 60 }, (_, at) => `${at + 3}. Regel ${at} geldt voor iedereen. {#regel-${at}}\n`).join('')
    const { count, entries } = (await judged(open, documentOf(MEDIA + more))).changes
    expect([count, entries.length]).toEqual([60, 40])
  })
})

it('says of a text that was adopted elsewhere that what is changed in it was not decided on, and of a draft nothing', async () => {
  const adopted = MEDIA.replace(
    'status: draft',
    'status: adopted\napprovals: [{ date: 2024-03-12, body: Directie, right: adoption }]',
  )
  const shown = async (text: string, page: string) =>
    (await (await desk(linde(text))).ask(`/policies/linde/media/${page}`)).text()
  expect(await shown(adopted, 'edit')).toContain('What you change here was not decided on.')
  expect(await shown(adopted, 'decide')).toContain('would be released as if it had been decided on')
  expect(await shown(MEDIA, 'edit')).not.toContain('was not decided on')
})
