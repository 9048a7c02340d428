declare module 'pdfkit' {
  const PDFDocument: new (options: Record<string, unknown>) => unknown
  export default PDFDocument
}

declare module 'svg-to-pdfkit' {
  export default function SVGtoPDF(doc: unknown, svg: string, x: number, y: number, options?: Record<string, unknown>): void
}
