/** Gives each distinct text a small number, its code, from 1; 0 stands for "none". */
export class Dictionary {
  private readonly texts: (string | undefined)[] = [undefined];
  private readonly codes = new Map<string, number>();

  /** How many codes are taken, "none" among them. */
  get size(): number {
    return this.texts.length;
  }

  /** The texts of the codes from 1 on. */
  get words(): string[] {
    return this.texts.slice(1) as string[];
  }

  /** The text's code, a new one where it has none yet. */
  codeOf(text: string | null | undefined): number {
    if (text == null) return 0;
    let code = this.codes.get(text);
    if (code === undefined) {
      code = this.texts.length;
      this.texts.push(text);
      this.codes.set(text, code);
    }
    return code;
  }

  textOf(code: number): string | undefined {
    return this.texts[code];
  }
}
