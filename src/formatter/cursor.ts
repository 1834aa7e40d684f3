import { builders } from "prettier/doc";
import type { Doc } from "prettier";
import type { IToken } from "chevrotain";
import { endOf } from "../../grammar/lexer.ts";
import type { CommentNode } from "../syntax/file.ts";

const { breakParent, hardline, lineSuffix } = builders;

/** A comment of this text keeps what stands below it as it is written. */
const IGNORE = /^\/\/ ?(?:fmt: ?ignore|prettier-ignore)\s*$/;

/** What stands between two items of a block: the comments there as they are printed, and whether a line must end before the second item. */
export interface ItemGap {
  readonly comments: Doc[];
  readonly isBroken: boolean;
  /** An empty line is kept before the second item. */
  readonly isSpaced: boolean;
  /** The last comment says to keep the second item as it is. */
  readonly isKept: boolean;
}

/**
 * Goes through the tokens of a file in step with the printers, so that what is printed has the same tokens in the same order, and each comment
 * stays between the two tokens between which it was written. Whoever prints a token says what separates it from the one before; a
 * comment, which ends its line, takes the place of that.
 */
export class Cursor {
  private tokenIndex = 0;
  private commentIndex = 0;
  /** Where what was taken last ends. */
  private end = 0;
  private readonly text: string;
  private readonly tokens: readonly IToken[];
  private readonly comments: readonly CommentNode[];

  constructor(text: string, tokens: readonly IToken[], comments: readonly CommentNode[]) {
    this.text = text;
    this.tokens = tokens;
    this.comments = comments;
  }

  /** The next token as it is written. */
  token(): Doc {
    const gap = this.gap("");
    const token = this.tokens[this.tokenIndex++];
    if (!token) return gap;
    this.end = endOf(token);
    return gap === "" ? token.image : [gap, token.image];
  }

  /** All up to an offset as it is written, its comments too. */
  verbatim(end: number): Doc {
    const gap = this.gap("");
    const written = this.text.slice(this.nextStart(), end);
    while (this.nextStart() < end) this.tokenIndex++;
    while ((this.comments[this.commentIndex]?.span.start ?? end) < end) this.commentIndex++;
    this.end = end;
    return [gap, written.includes("\n") ? [written, breakParent] : written];
  }

  /** What separates the next token from the one before: `separator`, or the comments that stand there. */
  gap(separator: Doc): Doc {
    const comments = this.takeComments();
    if (comments.length === 0) return separator;
    return [...comments.map((comment, i) => (i === 0 && !comment.ownLine ? atLineEnd(comment) : [hardline, textOf(comment)])), hardline];
  }

  /** What stands between an item and the one before, or the sign that opens the block. A comma there is passed over: the caller writes it. */
  itemGap(isFirst: boolean): ItemGap {
    const printed: Doc[] = [];
    let isKept = false;
    let isAny = false;
    const add = (): void => {
      for (;;) {
        const comment = this.nextComment();
        if (!comment) return;
        const isSpaced = this.isBlankBefore(comment.span.start) && !(isFirst && !isAny);
        const isTop = this.end === 0;
        this.take(comment);
        if (!isAny && !comment.ownLine) printed.push(atLineEnd(comment));
        else printed.push(isTop ? "" : isSpaced ? [hardline, hardline] : hardline, textOf(comment));
        isAny = true;
        isKept = comment.ownLine && IGNORE.test(comment.text);
      }
    };
    add();
    if (this.isAt(",")) {
      this.token();
      add();
    }
    const isSpaced = this.isBlankBefore(this.nextStart()) && !(isFirst && !isAny);
    return { comments: printed, isBroken: isAny, isSpaced, isKept };
  }

  /** Whether the next token, or a comment before it, stands on another line than what was taken last. */
  isLineBroken(): boolean {
    return this.text.slice(this.end, this.nextStart()).includes("\n");
  }

  isAt(image: string): boolean {
    return this.tokens[this.tokenIndex]?.image === image;
  }

  private takeComments(): CommentNode[] {
    const taken: CommentNode[] = [];
    for (let comment = this.nextComment(); comment; comment = this.nextComment()) taken.push(this.take(comment));
    return taken;
  }

  /** The comment before the next token, if one stands there. */
  private nextComment(): CommentNode | undefined {
    const comment = this.comments[this.commentIndex];
    return comment && comment.span.start < this.nextStart() ? comment : undefined;
  }

  private take(comment: CommentNode): CommentNode {
    this.commentIndex++;
    this.end = comment.span.end;
    return comment;
  }

  private nextStart(): number {
    return this.tokens[this.tokenIndex]?.startOffset ?? this.text.length;
  }

  private isBlankBefore(offset: number): boolean {
    return /\n\s*\n/.test(this.text.slice(this.end, offset));
  }
}

function textOf(comment: CommentNode): string {
  return comment.text.trimEnd();
}

function atLineEnd(comment: CommentNode): Doc {
  return [lineSuffix(` ${textOf(comment)}`), breakParent];
}
