import type { Receipt } from '../import/index.js'
import { documentDate } from '../model/index.js'
import { presentReceipt, receiptLabels } from '../papers/receipt/index.js'
import { renderHtml } from '../render/html/index.js'
import type { Resolved } from '../resolve/index.js'
import { type Context, homeOf, readersLanguage } from '../secretariat/index.js'
import { brandOf, loadLayout, loadOrganisation, loadWording, type Output, outPath } from '../workspace/index.js'

/** The page about an import, at its place in `out/`. */
export function receiptPage(context: Context, name: string, resolved: Resolved, receipt: Receipt, owner?: string): Output {
  const { workspace } = context
  const [folder = '', policy = ''] = name.split('/')
  const { metadata } = resolved.policy
  const found = workspace ? loadOrganisation(workspace, folder).value : undefined
  const date = documentDate(metadata)
  const lang = readersLanguage(context, metadata.lang)
  const wording = loadWording(workspace, lang)
  const setting = {
    resolved,
    name,
    organisation: found?.organisation.name ?? owner ?? folder,
    lang,
    ...(date === undefined ? {} : { date }),
    brand: brandOf(found).value,
    wording,
  }
  return {
    path: outPath(homeOf(context), folder, `${policy.replace('@', '-')}-receipt.html`),
    // Made when it is written: a dry run only names it.
    get bytes() {
      const page = { layout: loadLayout(workspace), wording, labels: receiptLabels(setting) }
      return renderHtml(presentReceipt(receipt, setting), page).value
    },
  }
}
