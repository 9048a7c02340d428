export { type MarkdownOptions, renderMarkdown } from './render.js'
