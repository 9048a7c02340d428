interface Output {
  readonly bytes: number
  readonly entryPoint?: string
  readonly imports: readonly { readonly path: string; readonly kind: string; readonly external?: boolean }[]
}

export function joined(outputs: ReadonlyMap<string, Output>): ReadonlyMap<string, readonly string[]>
