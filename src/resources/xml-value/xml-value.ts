import type { Creatable, Key, Path, State } from "../language.ts";

/**
 * The value of an attribute or the text of an element in an XML file, such as the `.config` of an application. A value that is there is replaced where it stands; elements and attributes of the path that are
 * missing are added behind the others, but for the root. Every other byte of the file stays as it was: blanks, quotation marks, comments, line ends, encoding and mark.
 *
 * Where the path leads to several, all of them get the value, and `absent` takes all of them away; read is the first. A file with a document type definition (`<!DOCTYPE`) is unreadable, as is what is no XML: nothing
 * is fetched, and no entities are made.
 *
 * @blocker The file does not exist: it is not made.
 * @blocker The root element has another name, or is to be taken away; or the element whose text is meant has elements or comments in it.
 * @blocker It is to be there, and the remedy gives it no value.
 * @blocker The running account may not write there, or a folder above is a junction or link.
 * @touches The file. What another program writes to it in the moment of the change is lost.
 */
export interface XmlValue extends Creatable {
  /**
   * The file's path. It is read up to 1 MB: UTF-8, any encoding that has ASCII in it, or UTF-16 with its mark; anything else is unreadable.
   * @minLength 3
   * @maxLength 32767
   * @limitSource Maximum Path Length Limitation: about 32,767 characters with long paths, 260 without (learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation)
   * @partOf file
   * @written
   */
  path: Key<Path>;

  /**
   * Where it stands, from the root: `"/configuration/appSettings/add[@key='Server']/@value"`, `"/settings/server/url"`. Each step is an element's name, with one attribute that it must have if several have the
   * name; the last may be an attribute. Names are compared exactly as they stand in the file, with the prefix of their namespace if they have one there.
   * @pattern ^(/[A-Z_][-.\w]*(:[A-Z_][-.\w]*)?(\[@[A-Z_][-.\w]*(:[A-Z_][-.\w]*)?='[^'\x00-\x1f]*'\])?)+(/@[A-Z_][-.\w]*(:[A-Z_][-.\w]*)?)?$
   * @fit /*
   * @limitSource XML Path Language (XPath) 1.0, 2.5 "Abbreviated Syntax": the part of it that names one place from the root
   * @nested
   * @cased
   */
  xpath: Key<string>;

  /**
   * The attribute's value or the element's text, compared exactly, with what entities stand for.
   * @pattern ^[^\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]*$
   * @limitSource Extensible Markup Language (XML) 1.0, 2.2: a document has no control characters but tab, carriage return and line feed
   */
  value: State<string>;
}
