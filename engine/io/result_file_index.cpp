#include "engine/io/result_file_index.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include <fmt/format.h>
#include <sqlite3.h>

#include "engine/domain/layers.h"
#include "engine/geometry/spatial_index.h"
#include "engine/io/result_file_sqlite.h"

namespace koppelkans::io {

namespace {

// A node: two bytes of depth (of the root only), two bytes with the number of cells, then the
// cells, each a row or node number of eight bytes and four floats; all big-endian. Every node is as
// large as the root.
constexpr std::size_t node_head_bytes = 4;
constexpr std::size_t cell_bytes = 8 + 4 * sizeof(float);
constexpr std::int64_t root_number = 1;

/// A row or a node with the box round it.
struct Cell {
    std::int64_t number = 0;
    geometry::Box box;
};

template <typename Number>
void append_big_endian(std::string& bytes, Number number) {
    for (int shift = 8 * (static_cast<int>(sizeof number) - 1); shift >= 0; shift -= 8) {
        bytes += static_cast<char>((number >> shift) & 0xFF);
    }
}

float not_above(double value) {
    const auto nearest = static_cast<float>(value);
    return static_cast<double>(nearest) > value
               ? std::nextafterf(nearest, -std::numeric_limits<float>::infinity())
               : nearest;
}

float not_below(double value) {
    const auto nearest = static_cast<float>(value);
    return static_cast<double>(nearest) < value
               ? std::nextafterf(nearest, std::numeric_limits<float>::infinity())
               : nearest;
}

void append_cell(std::string& node, const Cell& cell) {
    append_big_endian(node, static_cast<std::uint64_t>(cell.number));
    for (const float bound : {not_above(cell.box.min_x), not_below(cell.box.max_x),
                              not_above(cell.box.min_y), not_below(cell.box.max_y)}) {
        std::uint32_t bits = 0;
        std::memcpy(&bits, &bound, sizeof bits);
        append_big_endian(node, bits);
    }
}

class TreeWriter {
  public:
    TreeWriter(sqlite3* connection, const std::string& layer)
        : connection_(connection),
          table_(fmt::format("rtree_{}_{}", layer, domain::geometry_column)),
          put_node_(connection, "INSERT OR REPLACE INTO \"" + table_ + "_node\" VALUES (?, ?)"),
          put_parent_(connection, "INSERT INTO \"" + table_ + "_parent\" VALUES (?, ?)"),
          put_row_(connection, "INSERT INTO \"" + table_ + "_rowid\" VALUES (?, ?)") {}

    bool write(const std::vector<geometry::Box>& boxes) {
        node_bytes_ = size_of_root();
        if (node_bytes_ <= node_head_bytes) {
            return false;
        }
        std::vector<Cell> level;
        for (const std::uint32_t position : geometry::hilbert_order(boxes)) {
            level.push_back({std::int64_t{position} + 1, boxes[position]});
        }
        node_of_row_.assign(boxes.size() + 1, 0);
        std::uint64_t depth = 0;
        const std::size_t cells = (node_bytes_ - node_head_bytes) / cell_bytes;
        for (; level.size() > cells; ++depth) {
            std::vector<Cell> above;
            for (std::size_t first = 0; first < level.size(); first += cells) {
                const std::size_t end = std::min(first + cells, level.size());
                above.push_back(write_node(next_number_++, depth, level, first, end));
            }
            level = std::move(above);
        }
        write_node(root_number, depth, level, 0, level.size());
        write_rows();
        return good_;
    }

  private:
    std::size_t size_of_root() {
        sqlite3_stmt* statement = nullptr;
        const std::string sql = "SELECT length(data) FROM \"" + table_ + "_node\" WHERE nodeno = 1";
        std::size_t bytes = 0;
        if (sqlite3_prepare_v2(connection_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK &&
            sqlite3_step(statement) == SQLITE_ROW) {
            bytes = static_cast<std::size_t>(sqlite3_column_int64(statement, 0));
        }
        sqlite3_finalize(statement);
        return bytes;
    }

    Cell write_node(std::int64_t number, std::uint64_t depth, const std::vector<Cell>& level,
                    std::size_t first, std::size_t end) {
        Cell node{number, {}};
        std::string bytes;
        append_big_endian(bytes, static_cast<std::uint16_t>(number == root_number ? depth : 0));
        append_big_endian(bytes, static_cast<std::uint16_t>(end - first));
        for (std::size_t i = first; i < end; ++i) {
            append_cell(bytes, level[i]);
            node.box = geometry::united(node.box, level[i].box);
            if (depth == 0) {
                node_of_row_[static_cast<std::size_t>(level[i].number)] = number;
            } else {
                put_parent_.bind(1, level[i].number);
                put_parent_.bind(2, number);
                good_ = good_ && put_parent_.step();
            }
        }
        bytes.resize(node_bytes_, '\0');
        put_node_.bind(1, number);
        put_node_.bind_bytes(2, bytes);
        good_ = good_ && put_node_.step();
        return node;
    }

    /// In the order of the rows, which is that of the table.
    void write_rows() {
        for (std::size_t row = 1; row < node_of_row_.size() && good_; ++row) {
            if (node_of_row_[row] != 0) {
                put_row_.bind(1, static_cast<std::int64_t>(row));
                put_row_.bind(2, node_of_row_[row]);
                good_ = put_row_.step();
            }
        }
    }

    sqlite3* connection_;
    std::string table_;
    SqliteStatement put_node_;
    SqliteStatement put_parent_;
    SqliteStatement put_row_;
    std::size_t node_bytes_ = 0;
    std::int64_t next_number_ = root_number + 1;
    std::vector<std::int64_t> node_of_row_;  ///< by fid; 0: none
    bool good_ = true;
};

}  // namespace

bool fill_spatial_index(sqlite3* connection, const std::string& layer,
                        const std::vector<geometry::Box>& boxes) {
    return TreeWriter(connection, layer).write(boxes);
}

}  // namespace koppelkans::io
