// The example of README.md and of analyzer/analyzer.h.
#include <analyzer/analyzer.h>

#include <iostream>

int main() {
  auto analyzer = rapport::Analyzer::create();
  if (!analyzer) return 2;
  rapport::Analysis a = analyzer->analyze(
      {.text = "Hi Ana, your talk on cache invalidation at CppCon made me "
               "rewrite our eviction code. Would be glad to connect."});
  if (a.score) std::cout << a.score->value() << '\n';
}
