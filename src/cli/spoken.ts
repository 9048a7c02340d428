import { Command, Help, Option } from 'commander'
import { type Say, type Usage, UsageError } from '../secretariat/context.js'
import { nearNames } from '../workspace/index.js'

const TITLES: ReadonlyMap<string, 'help.usage' | 'help.options' | 'help.commands' | 'help.arguments'> = new Map([
  ['Usage:', 'help.usage'],
  ['Options:', 'help.options'],
  ['Commands:', 'help.commands'],
  ['Arguments:', 'help.arguments'],
])

const wrong = (said: Usage): never => {
  throw new UsageError(said)
}

/**
 * Commander in the words of its reader: help, and what is wrong with a call, which it gives up as any wrong usage. What is overridden below
 * `createHelp` is not among its types; its version is fixed, and a test asks for each.
 */
export class SpokenCommand extends Command {
  constructor(
    name: string,
    readonly say: Say,
  ) {
    super(name)
  }

  override createCommand(name: string): SpokenCommand {
    return new SpokenCommand(name, this.say)
  }

  override createHelp(): Help {
    return Object.assign(new SpokenHelp(this.say), this.configureHelp())
  }

  missingArgument(name: string): never {
    return wrong({ phrase: 'usage.argument-missing', values: { name } })
  }

  optionMissingArgument({ flags }: Option): never {
    return wrong({ phrase: 'usage.option-value', values: { flags } })
  }

  unknownOption(name: string): never {
    const known = this.createHelp()
      .visibleOptions(this)
      .flatMap(({ long }) => long ?? [])
    return wrong({ phrase: 'usage.option-unknown', values: { name, near: name.startsWith('--') ? nearNames(name, known) : [] } })
  }

  unknownCommand(): never {
    const [name = ''] = this.args
    const known = this.commands.map((command) => command.name())
    return wrong({ phrase: 'usage.command-unknown', values: { name, near: nearNames(name, known), known } })
  }

  _excessArguments(given: readonly string[]): never {
    const most = this.registeredArguments.length
    return wrong({ phrase: 'usage.arguments', values: { name: this.name(), most, count: given.length, quoted: given.join(' ') } })
  }
}

/** An option that takes one of some words; with `several`, more than one, parted by commas. */
export function choosing(flags: string, description: string, choices: readonly string[], several = false): Option {
  const option = new Option(flags, description).choices(choices)
  return option.argParser((given: string) => {
    const wanted = several ? [...new Set(given.split(',').map((each) => each.trim()))] : [given]
    const others = wanted.filter((each) => !choices.includes(each))
    if (others.length > 0) wrong({ phrase: 'usage.choice', values: { value: others.join(', '), flags, known: choices } })
    return several ? wanted : given
  })
}

class SpokenHelp extends Help {
  constructor(readonly say: Say) {
    super()
  }

  override styleTitle(title: string): string {
    const phrase = TITLES.get(title)
    return phrase === undefined ? title : this.say({ phrase })
  }

  override commandUsage(command: Command): string {
    const { say } = this
    return super
      .commandUsage(command)
      .replace('[options]', say({ phrase: 'help.some-options' }))
      .replace('[command]', say({ phrase: 'help.some-command' }))
  }

  override subcommandTerm(command: Command): string {
    return super.subcommandTerm(command).replace('[options]', this.say({ phrase: 'help.some-options' }))
  }

  override optionDescription({ description, argChoices }: Option): string {
    if (!argChoices) return description
    return `${description} ${this.say({ phrase: 'help.choices', values: { choices: argChoices.map((each) => `"${each}"`) } })}`
  }
}
