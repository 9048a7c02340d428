import { readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { skipsBrowser } from '../support/browser.js'
import { inChromium } from './in-chromium.js'

const HEAD = `---
title: Protocol
organisation: linde
lang: nl
version: 1.0.0
status: draft
---

`
const POLICY = `${HEAD}Eerste regel.[^1] {#eerste}

1. Laatste regel. {#laatste}

[^1]: Die er stond.
`

const wordMark = (kind: string, number: number) =>
  `<a style='mso-${kind}note-id:${kind[0]}tn${number}' href="#_${kind[0]}tn${number}" name="_${kind[0]}tnref${number}" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span style='font-size:11.0pt'>[${number}]</span></span><![endif]></span></span></a>`
const wordNote = (kind: string, number: number, words: string) =>
  `<div style='mso-element:${kind}note' id=${kind[0]}tn${number}><p class=MsoFootnoteText><a style='mso-${kind}note-id:${kind[0]}tn${number}' href="#_${kind[0]}tnref${number}" name="_${kind[0]}tn${number}" title=""><span class=MsoFootnoteReference>[${number}]</span></a> ${words}<o:p></o:p></p></div>`

/** What programs put on the clipboard for two notes. */
const CLIPBOARDS: Readonly<Record<string, string>> = {
  Word: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment--><p class=MsoNormal>Wie${wordMark('foot', 1)} wat${wordMark('foot', 2)}.<o:p></o:p></p><!--EndFragment--><div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>${wordNote('foot', 1, 'De <i>een</i>.')}${wordNote('foot', 2, 'De ander.</p><p class=MsoFootnoteText>Met meer.')}</div></body></html>`,
  'notes at the end in Word': `<body><p class=MsoNormal>Wie${wordMark('end', 1)} wat${wordMark('end', 2)}.</p><div style='mso-element:endnote-list'><hr>${wordNote('end', 1, 'De <i>een</i>.')}${wordNote('end', 2, 'De ander.</p><p class=MsoFootnoteText>Met meer.')}</div></body>`,
  LibreOffice:
    '<p style="line-height: 100%">Wie<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> wat<a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a>.</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>De <i>een</i>.</p></div><div id="sdfootnote2"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote2sym" href="#sdfootnote2anc">2</a>De ander.</p><p class="sdfootnote">Met meer.</p></div>',
  'Google Docs':
    '<p><span>Wie</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span> wat</span><sup><a href="#ftnt2" id="ftnt_ref2">[2]</a></sup><span>.</span></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;De </span><i>een</i>.</p></div><div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a><span>&nbsp;De ander.</span></p><p>Met meer.</p></div>',
  Pandoc:
    '<p>Wie<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a> wat<a href="#fn2" class="footnote-ref" id="fnref2"><sup>2</sup></a>.</p><section class="footnotes"><hr><ol><li id="fn1"><p>De <em>een</em>.<a href="#fnref1" class="footnote-back">↩︎</a></p></li><li id="fn2"><p>De ander.</p><p>Met meer.<a href="#fnref2">↩︎</a></p></li></ol></section>',
}

describe.skipIf(skipsBrowser)('a paste', () => {
  const desk = inChromium({
    'policies/linde/organisation.yaml': 'name: De Linde\n',
    'policies/linde/protocol.md': POLICY,
  })
  const path = () => desk.path('policies/linde/protocol.md')
  beforeEach(() => writeFileSync(path(), POLICY))

  async function pasted(html: string): Promise<void> {
    const page = await desk.open('/policies/linde/protocol/edit')
    await page.locator('.ProseMirror li p').click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.evaluate((markup) => {
      const data = new DataTransfer()
      data.setData('text/html', markup)
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.getElementById('_text')?.dispatchEvent(event)
    }, html)
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await expect.poll(() => readFileSync(path(), 'utf8')).toMatch(/\bwat\b[^\n]*\{#[a-z-]+\}/)
    await page.evaluate(() => localStorage.clear())
    await page.close({ runBeforeUnload: false })
  }

  it.each(Object.entries(CLIPBOARDS))('keeps the footnotes of %s, with their words', async (_name, html) => {
    await pasted(html)
    expect(readFileSync(path(), 'utf8')).toBe(
      `${HEAD}Eerste regel.[^1] {#eerste}

1. Laatste regel. {#laatste}
2. Wie[^2] wat[^3]. {#wie-wat}

[^1]: Die er stond.

[^2]: De *een*.

[^3]: De ander.

    Met meer.
`,
    )
  })

  it('leaves a mark the words it is where its note was not copied along', async () => {
    await pasted(`<p class=MsoNormal>Wie${wordMark('foot', 1)} wat.</p>`)
    expect(readFileSync(path(), 'utf8')).toContain('2. Wie\\[1] wat.')
  })

  it('makes no note of a list of contents, whose links lead to headings that lead back', async () => {
    await pasted('<ul><li><a href="#k" id="inhoud">Kop</a></li></ul><h1 id="k"><a href="#inhoud">Kop</a></h1><p>Wie wat.</p>')
    expect(readFileSync(path(), 'utf8').match(/\[\^\d\]:/g)).toHaveLength(1)
  })
})
