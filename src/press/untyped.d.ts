declare module 'pdfkit' {
  const PDFDocument: new (options: Record<string, unknown>) => unknown
  export default PDFDocument
}

declare module 'svg-to-pdfkit' {
  export default function SVGtoPDF(doc: unknown, svg: string, x: number, y: number, options?: Record<string, unknown>): void
}

declare module 'fontkit' {
  export function create(bytes: Uint8Array): import('./adapter.js').FontSource
}
