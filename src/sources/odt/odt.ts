import { commentBy, type Finding, type Source } from '../../blocks/index.js'
import { Damaged } from '../files/limits.js'
import { child, descendants, innerText, parseXml, type Xml } from '../files/xml.js'
import { unzip } from '../files/zip.js'
import { outermost, PARAGRAPHS } from './parts.js'
import { Reader } from './reader.js'
import { shownWords } from './shown.js'
import { OdtStyles } from './styles.js'

/** An OpenDocument text: headings, paragraphs, lists, tables, footnotes. Throws for a file that is not whole or has a password. */
export function readOdt(bytes: Uint8Array): { source: Source; findings: readonly Finding[] } {
  const { parts } = unzip(bytes, (name) => /^(?:content|styles|meta)\.xml$/.test(name) || name === 'META-INF/manifest.xml')
  const part = (name: string): Xml | undefined => {
    const found = parts.get(name)
    return found && parseXml(new TextDecoder().decode(found))
  }
  if (descendants(part('META-INF/manifest.xml'), 'manifest:encryption-data').length > 0)
    throw new Damaged({ phrase: 'damage.password' })
  const document = part('content.xml')
  const body = child(child(document, 'office:body'), 'office:text')
  if (!document || !body) throw new Damaged({ phrase: 'damage.no-text', values: { part: 'content.xml' } })
  const styles = part('styles.xml')
  const reader = new Reader(new OdtStyles([styles, document]))
  reader.read(body, {})
  for (const at of ['header', 'footer'] as const) {
    for (const pages of ['', '-left', '-first'])
      for (const margin of descendants(styles, `style:${at}${pages}`)) reader.read(margin, { artefact: `running ${at}` })
  }
  const changes = descendants(child(body, 'text:tracked-changes'), 'text:changed-region').length
  const findings = descendants(body, 'office:annotation').map((comment): Finding => {
    const words = outermost(comment, PARAGRAPHS).map(innerText).join(' ').trim()
    return { ...commentBy(innerText(child(comment, 'dc:creator')), words), line: 1 }
  })
  if (changes > 0) findings.unshift({ rule: 'import/changes', form: 'accepted', values: { count: changes }, line: 1 })
  const title = innerText(descendants(part('meta.xml'), 'dc:title')[0]).trim()
  return {
    source: {
      kind: 'odt',
      blocks: reader.blocks(),
      marksHeadings: reader.marksHeadings(),
      words: shownWords(body, styles),
      ...(title === '' ? {} : { properties: { title } }),
    },
    findings,
  }
}
