/** The part of `railroad-diagrams` (CC0, no dependencies, no types of its own) that the generator uses. */
declare module "railroad-diagrams" {
  export interface DiagramItem {
    toString(): string;
  }
  const railroad: {
    Diagram(...items: (DiagramItem | string)[]): DiagramItem;
    Sequence(...items: (DiagramItem | string)[]): DiagramItem;
    Choice(normal: number, ...items: (DiagramItem | string)[]): DiagramItem;
    Optional(item: DiagramItem | string): DiagramItem;
    OneOrMore(item: DiagramItem | string, repeat?: DiagramItem | string): DiagramItem;
    ZeroOrMore(item: DiagramItem | string, repeat?: DiagramItem | string): DiagramItem;
    Terminal(text: string, href?: string): DiagramItem;
    NonTerminal(text: string, href?: string): DiagramItem;
    Skip(): DiagramItem;
  };
  export default railroad;
}
