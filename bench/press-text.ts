import { randomFrom, sentences } from './random.js'

/** What a bench document says, before it is in anybody's format: chapters of a paragraph and numbered items. */
export interface Chapter {
  readonly title: string
  readonly paragraph: string
  readonly items: readonly string[]
}

/** Text for about as many A4 pages as asked, always the same. Our own cover, colophon and contents come on top. */
export function chaptersFor(pages: number): readonly Chapter[] {
  const sentence = sentences(randomFrom(42))
  return Array.from({ length: Math.max(1, Math.round(pages * 1.95)) }, () => ({
    title: sentence(5).slice(0, -1),
    paragraph: [sentence(18), sentence(22), sentence(25)].join(' '),
    items: Array.from({ length: 4 }, () => `${sentence(12)} ${sentence(11)}`),
  }))
}

/** As a policy: every clause with its id. */
export function asPolicy(chapters: readonly Chapter[]): string {
  const front =
    'title: Bench\norganisation: bench\nversion: 1.0.0\nstatus: draft\nlang: nl\ndate: 2025-01-01\nnumbering: { headings: [decimal], items: [decimal] }'
  const body = chapters.map(({ title, paragraph, items }, chapter) =>
    [
      `# ${title} {#c${chapter}}`,
      `${paragraph} {#c${chapter}-p}`,
      items.map((words, item) => `${item + 1}. ${words} {#c${chapter}-${item}}`).join('\n'),
    ].join('\n\n'),
  )
  return `---\n${front}\n---\n\n${body.join('\n\n')}\n`
}

/** As a web page of somebody else: headings, paragraphs and lists, no ids. */
export function asPage(chapters: readonly Chapter[]): string {
  const body = chapters.map(
    ({ title, paragraph, items }, chapter) =>
      `<h1>${chapter + 1} ${title}</h1><p>${paragraph}</p><ol>${items.map((words) => `<li>${words}</li>`).join('')}</ol>`,
  )
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Bench</title></head><body>${body.join('\n')}</body></html>\n`
}

/** As a Typst source with the same parts: cover, contents, numbered chapters. */
export function asTypst(chapters: readonly Chapter[]): string {
  const head = [
    '#set document(title: "Bench")',
    '#set page(paper: "a4", margin: 26mm, header: [Bench], numbering: "1 / 1")',
    '#set text(font: "Source Sans 3", size: 10.5pt, lang: "nl", hyphenate: true)',
    '#set heading(numbering: "1")',
    '#align(center + horizon, text(28pt)[Bench])',
    '#pagebreak()',
    '#outline()',
    '#pagebreak()',
  ]
  const body = chapters.map(({ title, paragraph, items }) =>
    [`= ${title}`, paragraph, items.map((words) => `+ ${words}`).join('\n')].join('\n\n'),
  )
  return `${[...head, ...body].join('\n\n')}\n`
}
