import { brandStyle } from '../render/html/index.js'
import { brandOf, loadDeskScript, loadOrganisation, loadSiteStyle, readTemplate } from '../workspace/index.js'
import type { Answer, DeskRequest } from './types.js'

const CSS = 'text/css; charset=utf-8'
const SCRIPT = 'text/javascript; charset=utf-8'

/** A file that pages of the desk need, by its name: styles and scripts of ours, and the looks of organisations. Nothing else is served by its name. */
export function assetAt(name: string, { context }: DeskRequest): Answer | undefined {
  const { workspace } = context
  if (name === 'desk.css') {
    const bytes = `${loadSiteStyle(workspace)}\n${readTemplate(workspace, 'desk.css')}`
    return { type: 'file', mediaType: CSS, bytes }
  }
  if (name === 'page.js') return { type: 'file', mediaType: SCRIPT, bytes: readTemplate(workspace, 'page/page.js') }
  if (name === 'brand.css') return { type: 'file', mediaType: CSS, bytes: brandStyle(brandOf(undefined).value) }
  const brand = /^brand\/([^/]+)\.css$/.exec(name)?.[1]
  if (brand !== undefined) {
    const owner = workspace ? loadOrganisation(workspace, brand).value : undefined
    return { type: 'file', mediaType: CSS, bytes: brandStyle(brandOf(owner).value) }
  }
  const script = /^[\w-]+\.js$/.test(name) ? loadDeskScript(name) : undefined
  return script === undefined ? undefined : { type: 'file', mediaType: SCRIPT, bytes: script }
}
