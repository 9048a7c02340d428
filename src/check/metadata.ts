import type { PdfFault } from './faults.js'
import type { PdfFile } from './file.js'

/** What the file says of itself for archives: well-formed, what it claims to be, its title and language as the document has them. */
export function* metadata(file: PdfFile): Iterable<PdfFault> {
  const root = file.dictionary(file.trailer.get('Root'))
  const packet = Buffer.from(file.stream(root.get('Metadata')) ?? new Uint8Array()).toString('utf8')
  const wanted = [
    [/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</, { phrase: 'pdf.metadata-archive' }],
    [/<pdfuaid:part>1</, { phrase: 'pdf.metadata-accessible' }],
    [/<dc:title>/, { phrase: 'pdf.metadata-untitled' }],
  ] as const
  for (const [pattern, fault] of wanted) if (!pattern.test(packet)) yield fault
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(packet) || !isClosed(packet)) yield { phrase: 'pdf.metadata-xml' }
  // A document without a language is a fault of its own.
  const lang = file.text(root.get('Lang'))
  if (lang !== undefined && !packet.includes(`<dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>`))
    yield { phrase: 'pdf.metadata-language' }
  const title = file.text(file.dictionary(file.trailer.get('Info')).get('Title')) ?? ''
  const escaped = title
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
  if (!packet.includes(`>${escaped}<`)) yield { phrase: 'pdf.metadata-title' }
}

/** Whether each element of an XML text that begins also ends, and ends within the one it began in. */
function isClosed(xml: string): boolean {
  const open: string[] = []
  for (const [, tag = ''] of xml.matchAll(/<([^<>]+)>/g)) {
    const [name = ''] = tag.split(/[\s/]/, 1)
    if (tag.startsWith('/') && open.pop() !== tag.slice(1).trim()) return false
    if (!/^[/?!]/.test(tag) && !tag.endsWith('/')) open.push(name)
  }
  return open.length === 0
}
