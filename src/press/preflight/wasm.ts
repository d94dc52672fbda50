/**
 * Compiled WebAssembly is passed in: Node reads and compiles the files of the packages, a Worker imports them,
 * and neither may fetch.
 */

/** What emscripten's glue asks for in place of its own loading. */
export function instantiating(module: WebAssembly.Module) {
  return (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): Record<string, never> => {
    void WebAssembly.instantiate(module, imports).then((instance) => done(instance, module))
    return {}
  }
}
