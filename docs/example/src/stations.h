// The scanner stations in the hall, asked over the network.
#pragma once

#include <utility> // asio 1.22 forgets it

#include <asio/awaitable.hpp>
#include <asio/ip/tcp.hpp>
#include <string>
#include <vector>

/// What a station has scanned since it was asked last: "SKU DELTA" lines.
asio::awaitable<std::string> askStation(std::string host);

/// Shows a message on the display of a station for two seconds.
asio::awaitable<void> showMessage(asio::ip::tcp::socket &station,
                                  std::string text);

/// Asks all stations.
asio::awaitable<void> collectScans(const std::vector<std::string> &hosts,
                                   std::string &scans);
