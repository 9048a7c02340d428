import type { Receipt } from '../../import/index.js'
import type { RuleId } from '../../model/index.js'
import { reasonOf } from '../messages/index.js'
import type { Wording } from '../wording.js'

/** A receipt as programs read it, `clausule/receipt@1`: what was found is in words, too. */
export interface ReceiptJson extends Omit<Receipt, 'findings'> {
  readonly findings: readonly {
    readonly rule: RuleId
    readonly line: number
    readonly message: string
    readonly form?: string
    readonly values?: Receipt['findings'][number]['values']
  }[]
}

export function receiptJson(receipt: Receipt, wording: Wording): ReceiptJson {
  const findings = receipt.findings.map((finding) => {
    const { rule, line, form, values } = finding
    return {
      rule,
      line,
      message: reasonOf(finding, wording),
      ...(form === undefined ? {} : { form }),
      ...(values === undefined ? {} : { values }),
    }
  })
  return { ...receipt, findings }
}
