/** The part of `railroad-diagrams` (CC0, no dependencies, no types of its own) that the generator uses. */
declare module "railroad-diagrams" {
  export interface DiagramItem {
    toString(): string;
  }
  const railroad: {
    readonly Diagram: (...items: (DiagramItem | string)[]) => DiagramItem;
    readonly Sequence: (...items: (DiagramItem | string)[]) => DiagramItem;
    readonly Choice: (normal: number, ...items: (DiagramItem | string)[]) => DiagramItem;
    readonly Optional: (item: DiagramItem | string) => DiagramItem;
    readonly OneOrMore: (item: DiagramItem | string, repeat?: DiagramItem | string) => DiagramItem;
    readonly ZeroOrMore: (item: DiagramItem | string, repeat?: DiagramItem | string) => DiagramItem;
    readonly Terminal: (text: string, href?: string) => DiagramItem;
    readonly NonTerminal: (text: string, href?: string) => DiagramItem;
    readonly Skip: () => DiagramItem;
  };
  export default railroad;
}
