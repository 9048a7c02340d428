import { strToU8, zipSync } from 'fflate'

const NS =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** A paragraph of a Word file: its properties and its runs as XML, plain text as one run. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const style = (id: string): string => `<w:pStyle w:val="${id}"/>`
export const numbered = (numId: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid>${rows[0]?.map(() => '<w:gridCol w:w="3000"/>').join('')}</w:tblGrid>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${720 + at * 720}" w:hanging="360"/></w:pPr></w:lvl>`

/** Numberings 1: "1", "1.1"; 2: "a)", "I."; 3: bullets. */
const NUMBERING = `<w:numbering ${NS}>
<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">${level(0, 'lowerLetter', '%1)')}${level(1, 'upperRoman', '%2.')}</w:abstractNum>
<w:abstractNum w:abstractNumId="3">${level(0, 'bullet', '\uF0B7')}</w:abstractNum>
${[1, 2, 3].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join('')}</w:numbering>`

const STYLES = `<w:styles ${NS}>
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="160"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standaard"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/><w:pPr>${numbered(1)}<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:basedOn w:val="Standaard"/><w:pPr>${numbered(1, 1)}<w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Voetnoottekst"><w:name w:val="footnote text"/><w:basedOn w:val="Standaard"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style>
</w:styles>`

const TYPES = ['document.main', 'styles', 'numbering', 'footnotes'] as const
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

/** What other programs need to find their way in the file. */
const PACKAGE: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${TYPES.map((type) => `<Override PartName="/word/${type.replace('.main', '')}.xml" ContentType="${WORD}.${type}+xml"/>`).join('')}</Types>`,
  '_rels/.rels': `<Relationships ${RELATIONS}><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships ${RELATIONS}>${TYPES.slice(1)
    .map((type, i) => `<Relationship Id="r${i + 1}" Type="${OFFICE}/${type}" Target="${type}.xml"/>`)
    .join('')}</Relationships>`,
}

/** A Word file with a body and, where given, further parts. */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Record<string, string> = {
    ...PACKAGE,
    'word/document.xml': `<w:document ${NS}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    'word/numbering.xml': NUMBERING,
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { mtime: '2020-01-01' })
}

export const footnotes = (texts: Readonly<Record<string, string>>): Record<string, string> => ({
  'word/footnotes.xml': `<w:footnotes ${NS}>${Object.entries(texts)
    .map(
      ([id, text]) =>
        `<w:footnote w:id="${id}">${p(`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>${run(` ${text}`)}`, style('Voetnoottekst'))}</w:footnote>`,
    )
    .join('')}</w:footnotes>`,
})
export const comments = (text: string): Record<string, string> => ({
  'word/comments.xml': `<w:comments ${NS}><w:comment w:id="1" w:author="Jansen">${p(text)}</w:comment></w:comments>`,
})
