/** What we use of saxen, which comes without types. */
declare module 'saxen' {
  export class Parser {
    on(
      event: 'openTag',
      take: (name: string, attributes: () => false | Readonly<Record<string, string>>) => void,
    ): this
    on(event: 'closeTag' | 'text' | 'cdata' | 'comment' | 'attention', take: (text: string) => void): this
    on(event: 'error', take: (error: Error) => void): this
    write(xml: string): this
    end(): Error | null
    stop(): void
  }
}
