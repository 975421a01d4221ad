// The entry of every test program; the suites of a folder are linked to it.
#define BOOST_TEST_MODULE rapport
#include <boost/test/unit_test.hpp>
