/** Takes the options given, or for a command that passes them on all arguments as they stand. Nothing as status: it goes on running. */
export type Run = (given: ReadonlySet<string>, args: readonly string[]) => Promise<number | undefined>;
